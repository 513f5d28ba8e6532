package in.sampark.notification.dispatch.domain;

import in.sampark.notification.message.domain.Lane;

/** Who comes first at a provider that takes so many messages a second only, first to last. */
public enum Rank {
    URGENT,
    ALERT,
    /** Where nobody in particular waits. */
    REST;

    /** Of a lane's messages. */
    public static Rank of(Lane lane) {
        return switch (lane) {
            case URGENT -> URGENT;
            case ALERT -> ALERT;
            case BULK, ROUTINE -> REST;
        };
    }
}
