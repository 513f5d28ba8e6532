package in.sampark.campaign.worklist.domain;

/**
 * A place on the worklist.
 *
 * @param priority the available balance in paise; the highest number there is stands for a balance nobody knows
 */
public record Place(long priority, String connectionId) {

    /** Before everything there can be. */
    public static final Place BEFORE_ALL = new Place(Long.MIN_VALUE, "");
}
