package in.sampark.e2e;

import java.util.concurrent.CompletableFuture;

/** Something that goes wrong for a while. */
interface Fault {

    /** Lets it begin. What is answered completes when all is as it was before. */
    CompletableFuture<Void> begin();
}
