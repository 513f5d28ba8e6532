package in.sampark.platform.republish;

/**
 * A company's part of a topic, which is written anew by itself.
 *
 * @param topic as it is called in the address of the command
 */
record Part(String discom, String topic) {

    private static final String SEPARATOR = "/";

    /** Reads back what {@link #key} wrote. */
    static Part of(String key) {
        int between = key.lastIndexOf(SEPARATOR);
        return new Part(key.substring(0, between), key.substring(between + 1));
    }

    String key() {
        return discom + SEPARATOR + topic;
    }
}
