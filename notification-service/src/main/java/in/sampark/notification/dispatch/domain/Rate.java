package in.sampark.notification.dispatch.domain;

import java.time.Duration;

/**
 * How many messages a provider takes, and how its time is shared out. A hand-over takes a share of a second of those who come after it
 * too, never of those who come before it: they find the provider as if the others were not there. The last rank leaves a reserve, so that
 * what comes before it may begin while the last rank's turns are already given out, and the provider sees no more than its rate.
 *
 * @param perSecond messages
 * @param reserve percentage of them that the last rank leaves
 */
public record Rate(int perSecond, int reserve) {

    /** For how long turns are given out at a time: the shorter, the sooner the last rank gives way; the longer, the fewer bookings. */
    private static final Duration AT_A_TIME = Duration.ofMillis(100);

    /** What is claimed is handed over within about this time while no other instance wants turns. */
    private static final Duration SOON = Duration.ofSeconds(2);

    /** No turn is booked that is further away, for what is booked holds though nobody may want it any more. */
    public static final Duration FAR = Duration.ofSeconds(1);

    /** The last rank books less far, so that it soon stops when those before it take everything. */
    private static final Duration FAR_FOR_THE_REST = AT_A_TIME.multipliedBy(3);

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    public Rate {
        if (perSecond < 1) {
            throw new IllegalArgumentException("rate: " + perSecond + " (expected: >= 1 message a second)");
        }
        if (reserve < 0 || reserve > 90) {
            throw new IllegalArgumentException("reserve: " + reserve + " (expected: 0 to 90 percent)");
        }
    }

    /**
     * Time of the provider that some turns take away.
     *
     * @param fromUrgent of those of each rank; zero for the ranks before
     */
    public record Booking(Duration fromUrgent, Duration fromAlert, Duration fromRest) {

        /** How long the turns last for whom they are. */
        public Duration of(Rank rank) {
            return switch (rank) {
                case URGENT -> fromUrgent;
                case ALERT -> fromAlert;
                case REST -> fromRest;
            };
        }
    }

    /** What turns for so many messages take. */
    public Booking booking(Rank rank, int messages) {
        Duration own = between(rank).multipliedBy(messages);
        Duration others = between(Rank.URGENT).multipliedBy(messages);
        return switch (rank) {
            case URGENT -> new Booking(own, others, others);
            case ALERT -> new Booking(Duration.ZERO, own, others);
            case REST -> new Booking(Duration.ZERO, Duration.ZERO, own);
        };
    }

    /** From a turn to the next. */
    public Duration between(Rank rank) {
        return switch (rank) {
            case URGENT, ALERT -> Duration.ofNanos(SECOND / perSecond);
            case REST -> Duration.ofNanos(SECOND * 100 / (perSecond * (100L - reserve)));
        };
    }

    /** How far away turns are booked. */
    public Duration ahead(Rank rank) {
        return switch (rank) {
            case URGENT, ALERT -> FAR;
            case REST -> FAR_FOR_THE_REST;
        };
    }

    /** How many turns are given out at a time, at least one. */
    public int atATime(Rank rank) {
        return within(AT_A_TIME, rank);
    }

    /** How many messages each of so many listeners may claim to hand them over soon, at least one. */
    public int soon(Rank rank, int listeners) {
        return Math.max(1, within(SOON, rank) / listeners);
    }

    private int within(Duration time, Rank rank) {
        return (int) Math.max(1, time.dividedBy(between(rank)));
    }
}
