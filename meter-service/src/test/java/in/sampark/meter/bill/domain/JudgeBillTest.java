package in.sampark.meter.bill.domain;

import static in.sampark.meter.bill.domain.Billing.BOUNDS;
import static in.sampark.meter.bill.domain.Billing.CONNECTION;
import static in.sampark.meter.bill.domain.Billing.ISSUED;
import static in.sampark.meter.bill.domain.Billing.bill;
import static in.sampark.meter.bill.domain.Billing.noon;
import static in.sampark.meter.bill.domain.Billing.paid;
import static in.sampark.meter.bill.domain.Billing.reversed;
import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.bill.domain.Judgement.NothingNew;
import in.sampark.meter.bill.domain.Judgement.Refused;
import in.sampark.meter.bill.domain.Judgement.Taken;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeBillTest {

    private static final BillBook EMPTY = new BillBook(CONNECTION, "DVVNL", Map.of(), Map.of());
    private static final KnownBill FIRST = bill("B1", ISSUED, 100_00, 0);
    private static final KnownPayment PAID = paid("P1", "B1", 100_00, ISSUED);

    @Test
    void aRepetitionIsNothingNewAndAContradictionIsRefused() {
        assertThat(judge(FIRST, FIRST)).isInstanceOf(NothingNew.class);
        assertThat(judge(bill("B1", ISSUED, 101_00, 0), FIRST))
                .isEqualTo(new Refused("revision: 0 of bill B1 with another content"
                        + " (expected: the content taken before, or a higher revision)"));
        assertThat(judge(bill("B1", 1, false, ISSUED, 101_00, 0), FIRST)).isInstanceOf(Taken.class);
    }

    @Test
    void aCancellationComesAfterTheRevisionItNames() {
        KnownBill cancelled = bill("B1", 0, true, ISSUED, 100_00, 0);
        assertThat(judge(cancelled, FIRST)).isInstanceOf(Taken.class);
        assertThat(judge(FIRST, cancelled)).isInstanceOf(NothingNew.class);
        assertThat(judge(bill("B1", 1, false, ISSUED, 100_00, 0), cancelled)).isInstanceOf(Taken.class);
    }

    @Test
    void aNumberOfAnotherConnectionIsRefused() {
        KnownBill other = new KnownBill(FIRST.id(), "DVVNL:7010000002", FIRST.version(), FIRST.content());
        assertThat(judge(FIRST, other))
                .isEqualTo(new Refused("billNumber: B1 (expected: one not used for another connection)"));
    }

    @Test
    void whatNamesNoKnownConnectionOrAnotherCompanyIsRefused() {
        assertThat(new JudgeBill(BOUNDS).judge(FIRST, null, null, noon(ISSUED)))
                .isEqualTo(new Refused("connectionId: DVVNL:7010000001 (expected: a known connection)"));
        BillBook ofAnother = new BillBook(CONNECTION, "PVVNL", Map.of(), Map.of());
        assertThat(new JudgeBill(BOUNDS).judge(FIRST, ofAnother, null, noon(ISSUED)))
                .isEqualTo(new Refused("discom: DVVNL (expected: PVVNL)"));
        assertThat(new JudgePayment(BOUNDS).judge(PAID, null, null, noon(ISSUED)))
                .isEqualTo(new Refused("connectionId: DVVNL:7010000001 (expected: a known connection)"));
    }

    @Test
    void whatCannotBeBelievedIsRefusedWithWhatWasExpected() {
        assertThat(reason(bill("B2", ISSUED.plusDays(1), 1, 0)))
                .isEqualTo("issuedAt: 2026-06-02T06:30:00Z (expected: at most 2026-06-01T06:35:00Z)");
        assertThat(reason(bill("B2", ISSUED, 1_000_000_001, 0)))
                .isEqualTo("amountPaise: 1000000001 (expected: -1000000000 to 1000000000)");
        assertThat(reason(bill("B2", ISSUED, 1, -1_000_000_001)))
                .isEqualTo("arrearsPaise: -1000000001 (expected: -1000000000 to 1000000000)");
        assertThat(reason(with(ISSUED.minusDays(31), ISSUED.minusDays(1), 1)))
                .isEqualTo("dueDate: 2026-05-31 (expected: 2026-06-01 to 2027-06-02)");
        assertThat(reason(with(ISSUED.plusDays(1), ISSUED.plusDays(14), 1)))
                .isEqualTo("periodTo: 2026-06-01 (expected: not before periodFrom, 2026-06-02)");
        assertThat(reason(with(ISSUED.minusDays(30), ISSUED.plusDays(14), -1)))
                .isEqualTo("energyWh: -1 (expected: >= 0)");
    }

    @Test
    void aPaymentRepeatedIsNothingNewAndOneThatContradictsIsRefused() {
        JudgePayment judge = new JudgePayment(BOUNDS);
        assertThat(judge.judge(PAID, EMPTY, PAID, noon(ISSUED))).isInstanceOf(NothingNew.class);
        assertThat(judge.judge(reversed("P1", "B1", 100_00, ISSUED), EMPTY, PAID, noon(ISSUED)))
                .isInstanceOf(Taken.class);
        assertThat(judge.judge(paid("P1", "B1", 90_00, ISSUED), EMPTY, PAID, noon(ISSUED)))
                .isEqualTo(new Refused("paymentId: P1 of 9000 paise for DVVNL:7010000001, bill B1"
                        + " (expected: as taken before, 10000 paise for DVVNL:7010000001, bill B1)"));
        assertThat(judge.judge(paid("P2", null, 0, ISSUED), EMPTY, null, noon(ISSUED)))
                .isEqualTo(new Refused("amountPaise: 0 (expected: 1 to 1000000000)"));
        assertThat(judge.judge(paid("P2", null, 1, ISSUED.plusDays(1)), EMPTY, null, noon(ISSUED)))
                .isEqualTo(new Refused("paidAt: 2026-06-02T06:30:00Z (expected: at most 2026-06-01T06:35:00Z)"));
    }

    private static Judgement judge(KnownBill bill, @Nullable KnownBill held) {
        return new JudgeBill(BOUNDS).judge(bill, EMPTY, held, noon(ISSUED));
    }

    private static String reason(KnownBill bill) {
        return ((Refused) judge(bill, null)).reason();
    }

    private static KnownBill with(LocalDate periodFrom, LocalDate dueDate, long energyWh) {
        return new KnownBill(
                new KnownBill.Id("DVVNL", "B2"),
                CONNECTION,
                new KnownBill.Version(0, false),
                new KnownBill.Content(periodFrom, ISSUED, noon(ISSUED), dueDate, 1, 0, energyWh));
    }
}
