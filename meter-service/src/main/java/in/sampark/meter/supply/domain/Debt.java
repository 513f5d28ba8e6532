package in.sampark.meter.supply.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nothing is left. It ends when something is, and what was said and granted in it ends with it.
 *
 * @param since when it began
 * @param toldBy event that has the consumer told that nothing is left; null when there was none
 * @param notices proofs that they were told, each once, the earliest first
 * @param switchedOn when they were last switched on by hand in it, before which nothing proves that they were told; null when never
 * @param cutSince when a cut was first due in it; null while none was
 * @param paidPaise paid since then without clearing it, and not spent on grace
 * @param graceUntil until when a part payment keeps supply on; null when none was made. There is one a debt
 */
public record Debt(
        Instant since,
        @Nullable String toldBy,
        List<Notice> notices,
        @Nullable Instant switchedOn,
        @Nullable Instant cutSince,
        long paidPaise,
        @Nullable Instant graceUntil) {

    private static final Comparator<Notice> EARLIEST =
            Comparator.comparing(Notice::at).thenComparing(Notice::kind).thenComparing(Notice::id);

    public Debt {
        notices = List.copyOf(notices);
    }

    /** The proof that counts, which is the earliest; null while there is none. */
    public @Nullable Notice notice() {
        return notices.isEmpty() ? null : notices.getFirst();
    }

    static Debt begun(Instant since, @Nullable String toldBy) {
        return new Debt(since, toldBy, List.of(), null, null, 0, null);
    }

    Debt toldBy(@Nullable String event) {
        return event == null ? this : new Debt(since, event, notices, switchedOn, cutSince, paidPaise, graceUntil);
    }

    /** Later proofs are kept, too: one of them counts when it turns out that they were switched on by hand after the earlier ones. */
    Debt noticed(Notice proof) {
        if (notices.contains(proof) || !proves(proof)) return this;
        List<Notice> all = Stream.concat(notices.stream(), Stream.of(proof))
                .sorted(EARLIEST)
                .toList();
        return new Debt(since, toldBy, all, switchedOn, cutSince, paidPaise, graceUntil);
    }

    private boolean proves(Notice proof) {
        return !proof.at().isBefore(since) && (switchedOn == null || proof.at().isAfter(switchedOn));
    }

    /** What reached them before proves nothing any more. */
    Debt switchedOn(Instant at) {
        List<Notice> after =
                notices.stream().filter(notice -> notice.at().isAfter(at)).toList();
        return new Debt(since, toldBy, after, at, cutSince, paidPaise, graceUntil);
    }

    Debt cutDue(Instant at) {
        return cutSince != null ? this : new Debt(since, toldBy, notices, switchedOn, at, paidPaise, graceUntil);
    }

    /** @param paise below zero when a payment was taken back */
    Debt paid(long paise) {
        long paid = Math.max(0, Math.addExact(paidPaise, paise));
        return new Debt(since, toldBy, notices, switchedOn, cutSince, paid, graceUntil);
    }

    Debt granted(@Nullable Instant until) {
        return until == null ? this : new Debt(since, toldBy, notices, switchedOn, cutSince, 0, until);
    }
}
