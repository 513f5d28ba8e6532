package in.sampark.meter.bill.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A bill as it was said of it last.
 *
 * @param id which one
 * @param connectionId whom it is for
 * @param version which of the things said of it this is
 * @param content what it says
 */
public record KnownBill(Id id, String connectionId, Version version, Content content) {

    /** Bills of a connection in the order in which they were issued. */
    public static final Comparator<KnownBill> OLDEST_FIRST = Comparator.comparing(
                    (KnownBill bill) -> bill.content().issuedAt())
            .thenComparing(bill -> bill.id().number());

    /** The billing system's number, unique within a company. */
    public record Id(String discom, String number) {}

    /**
     * Which of the things said of a bill one is: a higher revision comes later, and the cancellation of a revision after it.
     *
     * @param revision 0 for the bill as issued
     * @param cancelled whether the bill is void
     */
    public record Version(long revision, boolean cancelled) implements Comparable<Version> {

        private static final Comparator<Version> ORDER =
                Comparator.comparingLong(Version::revision).thenComparing(Version::cancelled);

        @Override
        public int compareTo(Version other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What a bill says.
     *
     * @param periodFrom first local day billed
     * @param periodTo last local day billed
     * @param issuedAt when it was issued
     * @param dueDate last local day to pay it on
     * @param amountPaise to be paid, arrears included; below zero for a credit
     * @param arrearsPaise the part of it that earlier bills left; below zero for what was paid in advance
     * @param energyWh energy billed
     */
    public record Content(
            LocalDate periodFrom,
            LocalDate periodTo,
            Instant issuedAt,
            LocalDate dueDate,
            long amountPaise,
            long arrearsPaise,
            long energyWh) {

        /** Whether it demands once more what earlier bills demanded. */
        boolean carriesArrears() {
            return arrearsPaise > 0;
        }
    }

    boolean live() {
        return !version.cancelled();
    }
}
