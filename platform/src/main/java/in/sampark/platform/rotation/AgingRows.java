package in.sampark.platform.rotation;

import reactor.core.publisher.Mono;

/** Rows that depend on a key, can't be brought to another, and are gone after a while: a rotation waits for them. */
public final class AgingRows implements EncryptedRows {

    private final String what;
    private final Mono<Long> outdated;

    /**
     * @param what table and column
     * @param outdated counts those that depend on another key than the primary one
     */
    public AgingRows(String what, Mono<Long> outdated) {
        this.what = what;
        this.outdated = outdated;
    }

    @Override
    public String what() {
        return what;
    }

    @Override
    public Mono<Long> outdated() {
        return outdated;
    }

    /** There is nothing to do but wait. */
    @Override
    public Mono<Renewed> renew(String after, int atMost) {
        return Mono.just(new Renewed(null, 0));
    }
}
