package in.sampark.notification.dispatch;

import in.sampark.notification.dispatch.DispatchSettings.LaneSettings;
import in.sampark.notification.dispatch.Letters.Written;
import in.sampark.notification.dispatch.domain.Claimed;
import in.sampark.notification.dispatch.domain.Ended;
import in.sampark.notification.dispatch.domain.RetryPolicy;
import in.sampark.notification.dispatch.domain.Verdict;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
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

/** Hands claimed messages over, many at a time, for a bounded time. */
class SendLetters {

    private final Letters letters;
    private final HandOver handOver;
    private final RetryPolicy retryPolicy;
    private final DispatchSettings settings;
    private final Clock clock;

    SendLetters(Letters letters, HandOver handOver, RetryPolicy retryPolicy, DispatchSettings settings, Clock clock) {
        this.letters = letters;
        this.handOver = handOver;
        this.retryPolicy = retryPolicy;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Sends what should still be sent; every message gets a verdict. A person gets their messages one after the other, in
     * order; different people at the same time.
     */
    Mono<List<Ended>> send(Lane lane, List<Claimed> claimed, Map<UUID, Letter> batch) {
        LaneSettings settingsOfLane = settings.lane(lane);
        Deadline deadline = Deadline.after(settingsOfLane.sendFor());
        Collection<List<Claimed>> people = claimed.stream()
                .collect(Collectors.groupingBy(
                        one -> one.message().recipient(), LinkedHashMap::new, Collectors.toList()))
                .values();
        return Flux.fromIterable(people)
                .flatMap(
                        person -> person.size() == 1
                                ? send(person.getFirst(), letter(person.getFirst(), batch), deadline)
                                : Flux.fromIterable(person).concatMap(one -> send(one, letter(one, batch), deadline)),
                        settingsOfLane.concurrency())
                .collectList();
    }

    private Mono<Ended> send(Claimed claimed, Letter letter, Deadline deadline) {
        if (deadline.passed()) {
            return Mono.just(unasked(claimed, letter, retryPolicy.notBegun()));
        }
        Instant now = clock.instant();
        return switch (letters.write(claimed, letter, now)) {
            case Written.Not(Verdict verdict) -> Mono.just(unasked(claimed, letter, verdict));
            case Written.Sms(OutgoingSms sms) ->
                handOver.of(
                                sms,
                                claimed.message().lane(),
                                deadline.orAfter(
                                        Duration.between(now, claimed.message().expiresAt())),
                                claimed.since().silent())
                        .map(answer -> answered(claimed, letter, answer))
                        .switchIfEmpty(Mono.fromSupplier(() -> unasked(claimed, letter, retryPolicy.notBegun())));
        };
    }

    private Ended answered(Claimed claimed, Letter letter, HandOver.Answer answer) {
        Message message = claimed.message();
        Duration left = Duration.between(clock.instant(), message.expiresAt());
        Verdict verdict = retryPolicy.after(answer.outcome(), message.lane(), message.attempt(), left);
        return new Ended(message, masked(claimed, letter), answer.provider(), verdict, answer.raised());
    }

    private static Ended unasked(Claimed claimed, Letter letter, Verdict verdict) {
        return new Ended(claimed.message(), masked(claimed, letter), null, verdict);
    }

    private static Letter letter(Claimed claimed, Map<UUID, Letter> batch) {
        Message message = claimed.message();
        return batch.getOrDefault(message.id(), new Letter(message, null));
    }

    private static String masked(Claimed claimed, Letter letter) {
        if (letter.otp() != null) {
            return letter.otp().masked();
        }
        String masked = claimed.contact() == null ? null : claimed.contact().maskedNumber();
        return masked == null ? "" : masked;
    }
}
