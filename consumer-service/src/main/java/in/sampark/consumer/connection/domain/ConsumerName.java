package in.sampark.consumer.connection.domain;

/** The name a connection is held in. Personal data: it stays out of logs. */
public record ConsumerName(String text) {

    public ConsumerName {
        if (text.isBlank()) {
            throw new IllegalArgumentException("name: blank (expected: some text, or no name at all)");
        }
    }

    @Override
    public String toString() {
        return "ConsumerName[***]";
    }
}
