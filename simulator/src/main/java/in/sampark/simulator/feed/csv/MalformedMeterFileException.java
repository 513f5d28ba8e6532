package in.sampark.simulator.feed.csv;

/** A meter file cannot be used; the message names the file and says what is wrong where. */
public class MalformedMeterFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedMeterFileException(String message) {
        super(message);
    }
}
