package in.sampark.consumer.erasure;

import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import java.time.Duration;
import java.util.List;

/**
 * What an erasure leaves, and for how long.
 *
 * @param trail how long the audit trail is kept
 * @param imports how long import reports are kept
 * @param answers how long answers to named requests are kept
 */
public record Remains(Duration trail, Duration imports, Duration answers) {

    /** Each kind of data with why or how long it stays, for whoever asked for the erasure. */
    public List<String> said() {
        return List.of(
                "the connection, without a name: account, area, feeder, meter and tariff are the company's; for good",
                "consents given and withdrawn, as evidence that there was one, without a name or a number: shown to ops alone and no"
                        + " longer to who serves the connection; for good",
                "who changed or saw what of the connection and when, without a name or a number: " + days(trail),
                "messages sent: kind, values, time and outcome, with the last four digits of the number and its keyed hash, in the"
                        + " tables of notification-service; for good",
                "the same steps with the last four digits on " + Topics.MESSAGE_STATUS.name() + ": "
                        + days(Topics.MESSAGE_STATUS),
                "the last four digits of a number that was to replace theirs, on " + Topics.NUMBER_CHANGES.name() + ": "
                        + days(Topics.NUMBER_CHANGES),
                "a code asked for, sealed with its number, on " + Topics.OTP_REQUESTED.name() + ": within the hour",
                "contacts that a reader could not take, with sealed numbers, among the dead letters of "
                        + Topics.CONTACTS.name() + ": " + days(Topic.DEAD_LETTERS_KEPT),
                "rows of imports that were not taken, names and numbers masked: " + days(imports),
                "answers to requests with an Idempotency-Key, numbers masked: " + days(answers),
                "what the billing master holds: declared again, it is taken again");
    }

    private static String days(Topic<?> topic) {
        return topic.keeping() instanceof Topic.Keeping.For kept ? days(kept) : "the last of each key";
    }

    /** A record leaves with its segment. */
    private static String days(Topic.Keeping.For kept) {
        return days(kept.retention().plus(kept.segment()));
    }

    private static String days(Duration kept) {
        return kept.toHours() % 24 == 0 ? kept.toDays() + " days" : kept.toHours() + " hours";
    }
}
