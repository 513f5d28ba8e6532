package in.sampark.meter.yaml;

/** A file of rules that cannot be used; the message says which, where in it, and what was expected. The service does not start. */
public final class InvalidFileException extends RuntimeException {

    public InvalidFileException(String message) {
        super(message);
    }
}
