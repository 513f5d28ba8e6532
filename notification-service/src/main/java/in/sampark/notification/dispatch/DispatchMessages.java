package in.sampark.notification.dispatch;

import in.sampark.notification.dispatch.domain.Ended;
import in.sampark.notification.dispatch.domain.Troubles;
import in.sampark.notification.dispatch.r2dbc.Claims;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Hands a batch of messages over: claims them, looks once more at each, sends outside any transaction, and records what came of
 * it. However slow the provider, a batch ends in time: what could not be begun is put back.
 */
public class DispatchMessages {

    private static final Logger log = LoggerFactory.getLogger(DispatchMessages.class);

    private final Claims claims;
    private final Letters letters;
    private final SendLetters sendLetters;
    private final RecordOutcomes recordOutcomes;
    private final HandOver handOver;
    private final DispatchSettings settings;

    DispatchMessages(
            Claims claims,
            Letters letters,
            SendLetters sendLetters,
            RecordOutcomes recordOutcomes,
            HandOver handOver,
            DispatchSettings settings) {
        this.claims = claims;
        this.letters = letters;
        this.sendLetters = sendLetters;
        this.recordOutcomes = recordOutcomes;
        this.handOver = handOver;
        this.settings = settings;
    }

    /** How many messages of a lane may be handed over soon: no more should be claimed at a time, and none when there are none. */
    public int room(Lane lane) {
        return handOver.room(lane, settings.lane(lane).listeners());
    }

    /** For how long messages that come at a time may be begun with. */
    public Duration time(Lane lane) {
        return settings.lane(lane).sendFor();
    }

    /** Hands over those of the messages that were not handed over before. */
    public Mono<Void> dispatch(Lane lane, List<Message> messages) {
        Map<UUID, Letter> batch = opened(messages);
        if (batch.isEmpty()) {
            return Mono.empty();
        }
        UUID token = UUID.randomUUID();
        return claims.claim(
                        token,
                        lane,
                        batch.values().stream().map(Letter::message).toList(),
                        masks(batch))
                .flatMap(claimed -> sendLetters.send(lane, claimed, batch))
                .doOnNext(ended -> tellOperators(lane, ended))
                .flatMap(ended -> ended.isEmpty() ? Mono.empty() : recordOutcomes.record(token, ended));
    }

    /** One row cannot be claimed twice in a statement: of a message that comes twice in a batch the later attempt counts. */
    private Map<UUID, Letter> opened(List<Message> messages) {
        Map<UUID, Message> latest = new LinkedHashMap<>();
        messages.forEach(message -> latest.merge(message.id(), message, (a, b) -> b.attempt() > a.attempt() ? b : a));
        Map<UUID, Letter> opened = new LinkedHashMap<>();
        latest.forEach((id, message) -> opened.put(id, letters.open(message)));
        return opened;
    }

    private static Map<UUID, String> masks(Map<UUID, Letter> batch) {
        Map<UUID, String> masks = new LinkedHashMap<>();
        batch.forEach((id, letter) -> masks.put(id, letter.masked()));
        return masks;
    }

    private static void tellOperators(Lane lane, List<Ended> ended) {
        Troubles troubles = Troubles.of(ended);
        if (troubles.any()) {
            log.warn("{} lane: of {} messages {}", lane, ended.size(), troubles.counts());
        }
    }
}
