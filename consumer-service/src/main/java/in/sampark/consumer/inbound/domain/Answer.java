package in.sampark.consumer.inbound.domain;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.Preferences.Channel;
import java.time.Instant;

/** What a consumer answered. */
public sealed interface Answer {

    ConnectionId connectionId();

    /**
     * The connection isn't theirs.
     *
     * @param maskedNumber the number it came from, as far as it is told
     */
    record NotMine(ConnectionId connectionId, String maskedNumber, Instant at) implements Answer {}

    /** They take back their consents for a channel. */
    record Stop(ConnectionId connectionId, Channel channel, Instant at) implements Answer {}

    /** They want to be told in a language. */
    record Speak(ConnectionId connectionId, Language language) implements Answer {}
}
