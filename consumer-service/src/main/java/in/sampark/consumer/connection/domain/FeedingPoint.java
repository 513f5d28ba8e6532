package in.sampark.consumer.connection.domain;

/**
 * What feeds a connection.
 *
 * @param substation 33/11 kV substation
 * @param feederCode 11 kV feeder
 * @param dtCode distribution transformer
 */
public record FeedingPoint(String substation, String feederCode, String dtCode) {

    /** From the substation down to the transformer. */
    public String path() {
        return String.join("/", substation, feederCode, dtCode);
    }
}
