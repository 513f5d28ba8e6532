package in.sampark.consumer.inbound.messaging;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.Preferences.Channel;
import in.sampark.consumer.inbound.domain.Answer;
import in.sampark.consumer.inbound.domain.Understanding;
import in.sampark.contract.notification.InboundMessage;
import java.util.Arrays;
import java.util.Optional;

/** Answers as records of {@code notification.inbound.v1} say them. */
public final class AnswerRecords {

    private AnswerRecords() {}

    public static Understanding read(InboundMessage message) {
        return ConnectionId.parse(message.getConnectionId())
                .map(id -> read(message, id))
                .orElseGet(() -> unclear("connectionId", message.getConnectionId(), "<discom>:<account number>"));
    }

    private static Understanding read(InboundMessage message, ConnectionId id) {
        return switch (message.getSaid()) {
            case NOT_MINE -> understood(new Answer.NotMine(id, message.getMaskedNumber(), message.getOccurredAt()));
            case STOP ->
                channel(message.getChannel())
                        .map(channel -> understood(new Answer.Stop(id, channel, message.getOccurredAt())))
                        .orElseGet(() -> unclear("channel", message.getChannel(), Arrays.toString(Channel.values())));
            case LANGUAGE ->
                Optional.ofNullable(message.getLanguage())
                        .flatMap(Language::ofCode)
                        .map(language -> understood(new Answer.Speak(id, language)))
                        .orElseGet(() -> unclear("language", message.getLanguage(), "hi or en"));
            case KEYWORD, OTHER -> new Understanding.NotForUs();
        };
    }

    private static Optional<Channel> channel(String name) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.name().equals(name))
                .findAny();
    }

    private static Understanding understood(Answer answer) {
        return new Understanding.Understood(answer);
    }

    private static Understanding unclear(String field, String value, String expected) {
        return new Understanding.Unclear(field + ": " + value + " (expected: " + expected + ")");
    }
}
