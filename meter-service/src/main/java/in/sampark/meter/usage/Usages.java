package in.sampark.meter.usage;

import in.sampark.meter.outage.domain.Showing;
import in.sampark.meter.usage.domain.DayUsage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What there is to show of a connection. */
public interface Usages {

    /**
     * Money that came in, or was taken back.
     *
     * @param transaction the gateway's id
     * @param paise below zero when it was taken back
     */
    record Receipt(String transaction, Instant at, long paise) {}

    /**
     * An outage that cuts the connection off, or did.
     *
     * @param standing as staff see it: LAPSED when it was planned, and its time has passed without a word of it; OVERDUE when it has started, and nobody
     *     has said by the time expected that supply is back
     * @param words what it is, by language
     */
    record Outage(
            String outageId,
            Showing standing,
            Instant fromAt,
            @Nullable Instant expectedRestorationAt,
            @Nullable Instant restoredAt,
            Map<String, Words> words) {}

    /** An outage in a language. */
    record Words(String place, String reason) {}

    /** The area of a connection that is not gone; empty when there is none. */
    Mono<String> areaOf(String connectionId);

    /** The posted days of a connection in a range, in order. */
    Mono<List<DayUsage>> days(String connectionId, LocalDate from, LocalDate to);

    /** Recharges and what was taken back of them, of a range of local days, the latest first. */
    Mono<List<Receipt>> receipts(String connectionId, LocalDate from, LocalDate to);

    /**
     * Outages of what feeds the connection and of its area that are scheduled or under way, or began, ended or were to end after a time; the latest first.
     *
     * @param now when they are shown
     */
    Mono<List<Outage>> outages(String connectionId, Instant since, Instant now, int atMost);
}
