package in.sampark.meter.reading;

import in.sampark.meter.balance.Accounts;
import in.sampark.meter.reading.DoubtedReadings.Open;
import in.sampark.meter.reading.DoubtedReadings.Ruling;
import in.sampark.meter.reading.DoubtedReadings.Standing;
import in.sampark.meter.reading.SettleDoubt.Outcome.CannotBe;
import in.sampark.meter.reading.SettleDoubt.Outcome.Settled;
import in.sampark.meter.reading.SettleDoubt.Outcome.SettledBefore;
import in.sampark.meter.reading.domain.JudgeReading;
import in.sampark.meter.reading.domain.Judgement;
import in.sampark.meter.reading.domain.Judgement.Doubted;
import in.sampark.meter.reading.domain.Judgement.Duplicate;
import in.sampark.meter.reading.domain.Judgement.Recorded;
import in.sampark.meter.reading.domain.Judgement.Refused;
import in.sampark.meter.reading.domain.Moment;
import in.sampark.meter.reading.domain.Reading;
import in.sampark.meter.reading.domain.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Settles a doubted reading by hand. Released, it is judged once more without the rule it fell foul of: as the register it is, or as the one from which
 * energy counts anew. A meter that runs backwards, or one that shows more than it does later, stays impossible whoever stands for it.
 */
public final class SettleDoubt {

    /** What became of it. */
    public sealed interface Outcome {

        record Settled() implements Outcome {}

        /** It is not open any more. */
        record SettledBefore() implements Outcome {}

        /** @param reason what still speaks against it */
        record CannotBe(String reason) implements Outcome {}
    }

    /**
     * A release that somebody wants.
     *
     * @param as what the register shall count as; null for what suits the reason of the doubt
     * @param by who
     * @param why in their words
     */
    public record Release(long id, @Nullable Moment as, String by, String why) {}

    private final DoubtedReadings doubted;
    private final Accounts accounts;
    private final MeteredConnections connections;
    private final JudgeReading judge;
    private final KeepReadings keepReadings;
    private final ReconsiderDoubts reconsiderDoubts;
    private final Clock clock;
    private final TransactionalOperator transaction;

    SettleDoubt(
            DoubtedReadings doubted,
            Accounts accounts,
            MeteredConnections connections,
            JudgeReading judge,
            KeepReadings keepReadings,
            ReconsiderDoubts reconsiderDoubts,
            Clock clock,
            TransactionalOperator transaction) {
        this.doubted = doubted;
        this.accounts = accounts;
        this.connections = connections;
        this.judge = judge;
        this.keepReadings = keepReadings;
        this.reconsiderDoubts = reconsiderDoubts;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @param connectionId whose reading it is */
    public Mono<Outcome> release(Release release, String connectionId) {
        return settle(release.id(), connectionId, open -> release(release, open));
    }

    /** @param connectionId whose reading it is */
    public Mono<Outcome> discard(long id, String connectionId, String by, String why) {
        Ruling ruling = new Ruling(id, Standing.DISCARDED, by, why);
        return settle(
                id, connectionId, _ -> doubted.rule(ruling, clock.instant()).thenReturn(new Settled()));
    }

    /** The account is locked first, as readings do, so that nobody waits in a circle. */
    private Mono<Outcome> settle(long id, String connectionId, Function<Open, Mono<Outcome>> how) {
        return accounts.lock(Set.of(connectionId))
                .then(Mono.defer(() -> doubted.open(id)))
                .flatMap(how)
                .defaultIfEmpty(new SettledBefore())
                .as(transaction::transactional);
    }

    private Mono<Outcome> release(Release release, Open open) {
        Reading reading = open.asked().reading();
        Moment as = release.as() == null ? suiting(open.reason()) : release.as();
        if (as == Moment.OPENING && reading.moment() == Moment.CLOSING) {
            return Mono.just(
                    new CannotBe("moment: CLOSING (expected: another, for a register from which energy counts anew)"));
        }
        Reading released = as == Moment.OPENING ? reading.releasedAsOpening() : reading.released();
        Asked asked = new Asked(
                open.asked().connectionId(),
                released,
                open.asked().eventId(),
                open.asked().receivedAt());
        return connections.lock(List.of(asked)).flatMap(metered -> {
            Instant now = clock.instant();
            DecidedReadings decided = new DecidedReadings(metered, judge, now);
            Optional<CannotBe> objection = decided.decide(asked).flatMap(SettleDoubt::objection);
            return objection.isPresent() ? Mono.just(objection.get()) : keep(release, decided, now);
        });
    }

    private Mono<Outcome> keep(Release release, DecidedReadings decided, Instant now) {
        Ruling ruling = new Ruling(release.id(), Standing.RELEASED, release.by(), release.why());
        return doubted.rule(ruling, now)
                .then(Mono.defer(() -> keepReadings.keep(decided, now)))
                .flatMap(stirred -> reconsiderDoubts.of(stirred, now))
                .thenReturn(new Settled());
    }

    private static Moment suiting(Reason reason) {
        return switch (reason) {
            case METER_CHANGED, BACKWARDS -> Moment.OPENING;
            case CONFLICT, ABOVE_NEXT, JUMP -> Moment.REGULAR;
        };
    }

    private static Optional<CannotBe> objection(Judgement judgement) {
        return switch (judgement) {
            case Recorded _, Duplicate _ -> Optional.empty();
            case Doubted doubt -> Optional.of(new CannotBe(doubt.explanation()));
            case Refused refused -> Optional.of(new CannotBe(refused.reason()));
        };
    }
}
