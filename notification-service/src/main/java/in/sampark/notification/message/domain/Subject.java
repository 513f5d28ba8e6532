package in.sampark.notification.message.domain;

import java.util.Map;

/**
 * Names of the values by which a message says what it is about and what it says of it, when that goes on: what is told next of the same
 * subject overtakes it.
 */
public final class Subject {

    /** The subject's id, e.g. of an outage. */
    public static final String ID = "subject";

    /** The accounts behind which it concerns who is told: the only value that is not the same for all. */
    public static final String ACCOUNTS = "accounts";

    /** Which report of it, a number that grows. */
    public static final String REVISION = "revision";

    /** Which news of it. */
    public static final String NEWS = "news";

    /** Which one of several of the same news of a report, from 1, e.g. of reminders; not there when there is only one. */
    public static final String ROUND = "round";

    /** Whether it still concerns who is told. */
    public static final String CONCERNED = "concerned";

    /** That it does not: what is told later of the subject overtakes that only for whom it concerns again. */
    public static final String RELEASED = "no";

    private Subject() {}

    /**
     * What the ids of messages are made of: the event's id, or, of a subject, its id, revision and round. Those are its natural key, while
     * nobody vouches for the event ids of other people's systems.
     */
    public static String occasion(String eventId, Map<String, String> values) {
        String subject = values.get(ID);
        if (subject == null) {
            return eventId;
        }
        String round = values.get(ROUND);
        return subject + "/" + values.get(REVISION) + (round == null ? "" : "/" + round);
    }
}
