package in.sampark.platform.crypto;

/** Data that this service's keys do not open in the given context. */
public final class UnsealableException extends RuntimeException {

    UnsealableException(String context) {
        super("data of " + context + " cannot be opened (expected: sealed with this service's key in this context)");
    }
}
