package in.sampark.platform.serde;

/** Bytes that are not, and never will be, a record of the topic they stand in. */
public final class UndecodableException extends RuntimeException {

    /** @param reason what was found and what was expected, for people to read */
    public UndecodableException(String reason) {
        super(reason);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
