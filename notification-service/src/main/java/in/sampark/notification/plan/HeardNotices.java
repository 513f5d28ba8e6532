package in.sampark.notification.plan;

import in.sampark.notification.message.domain.MessageState;

/** Asks which notices that others come after may have been heard, for the statements of all features. */
public final class HeardNotices {

    private HeardNotices() {}

    /** For the last argument of {@link #sql}. */
    public static String[] states() {
        return MessageState.MAY_BE_HEARD.stream().map(Enum::name).toArray(String[]::new);
    }

    /**
     * Whether a notice of a kind about a connection, the last or one before it that no end followed, has reached somebody, or may have. One without a
     * message is on its lane for the first time.
     *
     * @param connection to compare its connection with
     * @param kind its name
     * @param matter what it is about within the connection
     * @param states {@link #states()}
     */
    public static String sql(String connection, String kind, String matter, String states) {
        return """
               exists (select from named_notices l, unnest(l.message_id || l.earlier) as one(message_id)
                       join messages told using (message_id)
                       where l.connection_id = %s and l.kind = %s and l.matter = %s
                         and (told.state = any(%s) or told.unknowns > 0))""".formatted(connection, kind, matter, states);
    }
}
