package in.sampark.notification.dispatch;

import in.sampark.notification.dispatch.DispatchSettings.LaneSettings;
import in.sampark.notification.dispatch.Letters.Written;
import in.sampark.notification.dispatch.domain.Claimed;
import in.sampark.notification.dispatch.domain.Ended;
import in.sampark.notification.dispatch.domain.RetryPolicy;
import in.sampark.notification.dispatch.domain.Verdict;
import in.sampark.notification.dispatch.r2dbc.Claims;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.provider.SmsProvider;
import in.sampark.notification.provider.domain.Outcome;
import in.sampark.notification.provider.domain.OutgoingSms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hands a batch of messages over: claims them, looks once more at each, sends outside any transaction, and records what came of
 * it. However slow the provider, a batch ends in time: what could not be begun is put back.
 */
public class DispatchMessages {

    private final Claims claims;
    private final Letters letters;
    private final SmsProvider provider;
    private final RecordOutcomes recordOutcomes;
    private final RetryPolicy retryPolicy;
    private final DispatchSettings settings;
    private final Clock clock;

    DispatchMessages(
            Claims claims,
            Letters letters,
            SmsProvider provider,
            RecordOutcomes recordOutcomes,
            RetryPolicy retryPolicy,
            DispatchSettings settings,
            Clock clock) {
        this.claims = claims;
        this.letters = letters;
        this.provider = provider;
        this.recordOutcomes = recordOutcomes;
        this.retryPolicy = retryPolicy;
        this.settings = settings;
        this.clock = clock;
    }

    /** Hands over those of the messages that were not handed over before. */
    public Mono<Void> dispatch(Lane lane, List<Message> messages) {
        Map<UUID, Letter> batch = latestAttempts(messages);
        Map<UUID, String> masks = new LinkedHashMap<>();
        batch.forEach((id, letter) -> masks.put(id, letter.masked()));
        UUID token = UUID.randomUUID();
        return batch.isEmpty()
                ? Mono.empty()
                : claims.claim(
                                token,
                                lane,
                                batch.values().stream().map(Letter::message).toList(),
                                masks)
                        .flatMap(claimed -> send(lane, claimed, batch))
                        .flatMap(ended -> ended.isEmpty() ? Mono.empty() : recordOutcomes.record(token, ended));
    }

    /** One row cannot be claimed twice in a statement: of a message that comes twice in a batch the later attempt counts. */
    private Map<UUID, Letter> latestAttempts(List<Message> messages) {
        Map<UUID, Message> latest = new LinkedHashMap<>();
        messages.forEach(message -> latest.merge(message.id(), message, (a, b) -> b.attempt() > a.attempt() ? b : a));
        Map<UUID, Letter> opened = new LinkedHashMap<>();
        latest.forEach((id, message) -> opened.put(id, letters.open(message)));
        return opened;
    }

    /** A person gets their messages one after the other, in order; different people at the same time. */
    private Mono<List<Ended>> send(Lane lane, List<Claimed> claimed, Map<UUID, Letter> batch) {
        LaneSettings settingsOfLane = settings.lane(lane);
        Deadline deadline = Deadline.after(settingsOfLane.sendFor());
        Collection<List<Claimed>> people = claimed.stream()
                .collect(Collectors.groupingBy(
                        one -> one.message().recipient(), LinkedHashMap::new, Collectors.toList()))
                .values();
        return Flux.fromIterable(people)
                .flatMap(
                        person -> Flux.fromIterable(person).concatMap(one -> send(one, batch, deadline)),
                        settingsOfLane.concurrency())
                .collectList();
    }

    private Mono<Ended> send(Claimed claimed, Map<UUID, Letter> batch, Deadline deadline) {
        Message message = claimed.message();
        Letter letter = batch.getOrDefault(message.id(), new Letter(message, null));
        if (deadline.passed()) {
            return Mono.just(ended(claimed, letter, retryPolicy.notBegun()));
        }
        Instant now = clock.instant();
        return switch (letters.write(claimed, letter, now)) {
            case Written.Not(Verdict verdict) -> Mono.just(ended(claimed, letter, verdict));
            case Written.Sms(OutgoingSms sms) ->
                handOver(sms)
                        .map(outcome -> retryPolicy.after(outcome, message.lane(), message.attempt()))
                        .map(verdict -> new Ended(message, masked(claimed, letter), provider.name(), verdict));
        };
    }

    /** The port promises an outcome in time; whatever a provider's code does instead is an unknown one. */
    private Mono<Outcome> handOver(OutgoingSms sms) {
        return provider.send(sms)
                .timeout(settings.sendTimeout())
                .onErrorResume(failure ->
                        Mono.just(new Outcome.Unknown(failure.getClass().getSimpleName())))
                .defaultIfEmpty(new Outcome.Unknown("NO_OUTCOME"));
    }

    private static Ended ended(Claimed claimed, Letter letter, Verdict verdict) {
        return new Ended(claimed.message(), masked(claimed, letter), null, verdict);
    }

    private static String masked(Claimed claimed, Letter letter) {
        if (letter.otp() != null) {
            return letter.otp().masked();
        }
        String masked = claimed.contact() == null ? null : claimed.contact().maskedNumber();
        return masked == null ? "" : masked;
    }

    /** A moment of the wall's clock. */
    private record Deadline(long nanos) {

        static Deadline after(Duration time) {
            return new Deadline(System.nanoTime() + time.toNanos());
        }

        boolean passed() {
            return System.nanoTime() - nanos > 0;
        }
    }
}
