package in.sampark.meter.bill.domain;

import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.bill.domain.Judgement.NothingNew;
import in.sampark.meter.bill.domain.Judgement.Refused;
import in.sampark.meter.bill.domain.Judgement.Taken;
import in.sampark.meter.bill.domain.KnownBill.Content;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Decides about what is said of a bill. The highest revision counts, however late the others come. */
public final class JudgeBill {

    private final Bounds bounds;

    public JudgeBill(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * @param book of the connection it is for; null when that is not known
     * @param held the bill of its number, whosever it is; null when there is none
     */
    public Judgement judge(KnownBill bill, @Nullable BillBook book, @Nullable KnownBill held, Instant now) {
        if (held != null && !held.connectionId().equals(bill.connectionId())) {
            return refused("billNumber", bill.id().number(), "one not used for another connection");
        }
        if (held != null && held.version().compareTo(bill.version()) >= 0) return overtaken(bill, held);
        if (book == null) return refused("connectionId", bill.connectionId(), "a known connection");
        if (!book.discom().equals(bill.id().discom())) {
            return refused("discom", bill.id().discom(), book.discom());
        }
        Refused wrong = wrong(bill.content(), now);
        return wrong == null ? new Taken(book.with(bill)) : wrong;
    }

    private static Judgement overtaken(KnownBill bill, KnownBill held) {
        boolean contradicts =
                held.version().equals(bill.version()) && !held.content().equals(bill.content());
        return contradicts && bill.live()
                ? refused(
                        "revision",
                        bill.version().revision() + " of bill " + bill.id().number() + " with another content",
                        "the content taken before, or a higher revision")
                : new NothingNew();
    }

    private @Nullable Refused wrong(Content content, Instant now) {
        LocalDate issued = Midnight.dayOf(content.issuedAt());
        LocalDate latestDue = issued.plus(bounds.toPayAtMost());
        if (content.issuedAt().isAfter(bounds.latest(now))) {
            return refused("issuedAt", content.issuedAt(), "at most " + bounds.latest(now));
        }
        if (content.periodTo().isBefore(content.periodFrom())) {
            return refused("periodTo", content.periodTo(), "not before periodFrom, " + content.periodFrom());
        }
        if (content.dueDate().isBefore(issued) || content.dueDate().isAfter(latestDue)) {
            return refused("dueDate", content.dueDate(), issued + " to " + latestDue);
        }
        if (bounds.tooMuch(content.amountPaise())) return tooMuch("amountPaise", content.amountPaise());
        if (bounds.tooMuch(content.arrearsPaise())) return tooMuch("arrearsPaise", content.arrearsPaise());
        return content.energyWh() < 0 ? refused("energyWh", content.energyWh(), ">= 0") : null;
    }

    private Refused tooMuch(String field, long paise) {
        return refused(field, paise, -bounds.mostPaise() + " to " + bounds.mostPaise());
    }

    private static Refused refused(String field, Object value, String expected) {
        return new Refused(field + ": " + value + " (expected: " + expected + ")");
    }
}
