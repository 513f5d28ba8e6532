package in.sampark.consumer.importing;

import in.sampark.consumer.importing.domain.ImportJob;

/** What became of a file that was sent whole. */
public sealed interface Staging {

    ImportJob job();

    /** It waits to be taken. */
    record Accepted(ImportJob job) implements Staging {}

    /** It says what the sender's last file said; this is the import of that one. */
    record Repeated(ImportJob job) implements Staging {}
}
