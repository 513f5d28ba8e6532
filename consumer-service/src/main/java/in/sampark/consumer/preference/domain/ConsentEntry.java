package in.sampark.consumer.preference.domain;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Preferences.Consent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A consent given or withdrawn.
 *
 * @param given false when it was withdrawn
 * @param source how it was said
 * @param wordingVersion of the text the consumer agreed to
 * @param notedBy subject of the token of whoever took it down
 */
public record ConsentEntry(
        UUID id,
        ConnectionId connectionId,
        Consent consent,
        boolean given,
        Source source,
        String wordingVersion,
        Instant saidAt,
        String notedBy) {

    /** How a consent was said. */
    public enum Source {
        PAPER_FORM,
        PHONE_CALL,
        VISIT,
        CAMP,
        WEBSITE,
        /** By the consumer, who proved their number. */
        SELF_SERVICE,
        /** In answer to a message, which nobody else took down. */
        MESSAGE;

        /** What staff may name. */
        public static final List<Source> TAKEN_DOWN = List.of(PAPER_FORM, PHONE_CALL, VISIT, CAMP, WEBSITE);
    }
}
