package in.sampark.meter.supply.domain;

import static in.sampark.meter.supply.domain.Report.What.CUT_OFF;
import static in.sampark.meter.supply.domain.Report.What.LAST_GASP;
import static in.sampark.meter.supply.domain.Report.What.OFF_UNEXPLAINED;
import static in.sampark.meter.supply.domain.Report.What.SWITCHED_OFF;
import static in.sampark.meter.supply.domain.Report.What.SWITCHED_ON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SwitchedTest {

    private static final Instant NOON = Instant.parse("2026-11-19T06:30:00Z");

    private Supply supply = Supply.unwatched("C");

    @Test
    void aSwitchThatMovesIsTheNextOfWhatIsAnnounced() {
        assertThat(reported(CUT_OFF, 0, SwitchCause.DUES)).contains(off(1, 0, SwitchCause.DUES, false));
        assertThat(reported(SWITCHED_ON, 5, SwitchCause.OTHER))
                .contains(new Switched(2, true, minute(5), SwitchCause.DUES, false));
    }

    @Test
    void nothingMovesByARepetitionAnOlderReportOrALastGasp() {
        assertThat(reported(SWITCHED_ON, 0, SwitchCause.OTHER)).as("it was on").isEmpty();
        reported(CUT_OFF, 10, SwitchCause.DUES);

        assertThat(reported(CUT_OFF, 10, SwitchCause.DUES)).isEmpty();
        assertThat(reported(CUT_OFF, 11, SwitchCause.DUES)).isEmpty();
        assertThat(reported(SWITCHED_OFF, 12, SwitchCause.FAULT))
                .as("off before")
                .isEmpty();
        assertThat(reported(SWITCHED_ON, 9, SwitchCause.OTHER)).isEmpty();
        assertThat(reported(LAST_GASP, 13, SwitchCause.OTHER)).isEmpty();
        assertThat(supply.version()).isEqualTo(1);
    }

    @Test
    void whatWasOffForAnotherCauseIsNoDebtEither() {
        assertThat(reported(SWITCHED_OFF, 0, SwitchCause.TAMPER)).contains(off(1, 0, SwitchCause.TAMPER, false));
        assertThat(reported(SWITCHED_ON, 5, SwitchCause.DUES))
                .contains(new Switched(2, true, minute(5), SwitchCause.OTHER, false));
    }

    @Test
    void aCutIsOrderedWhileItsOrderStands() {
        Order order = new Order(minute(10), minute(20));
        assertThat(orderedCut(order, 9)).isFalse();
        assertThat(orderedCut(order, 10)).isTrue();
        assertThat(orderedCut(order, 19)).isTrue();
        assertThat(orderedCut(order, 20)).as("too late").isFalse();
        assertThat(orderedCut(null, 10)).isFalse();
    }

    @Test
    void aCutThatWasOrderedIsForDuesThoughTheReportTellsNoCause() {
        supply = new Supply("C", 1, Line.UNREPORTED, null, new Order(minute(10), minute(20)), null, null, false);

        assertThat(reported(OFF_UNEXPLAINED, 12, SwitchCause.OTHER)).contains(off(2, 12, SwitchCause.DUES, true));
        assertThat(reported(SWITCHED_ON, 15, SwitchCause.OTHER))
                .contains(new Switched(3, true, minute(15), SwitchCause.DUES, false));
    }

    @Test
    void noPaymentIsNeededWhereTheCompanyCutForUnpaidBills() {
        Consumer consumer = Consumer.inUttarPradesh()
                .turnsPostpaid("2026-11-01T00:00")
                .falls("2026-11-16T10:00", -500)
                .reported("2026-11-19T10:00", CUT_OFF);
        assertThat(consumer.waitsForPayment("2026-11-19T10:00")).isFalse();

        Consumer elsewhere = Consumer.of("OTHER", "LMV-1-URBAN", 1_000)
                .turnsPostpaid("2026-11-01T00:00")
                .reported("2026-11-19T10:00", CUT_OFF);
        assertThat(elsewhere.waitsForPayment("2026-11-19T10:00"))
                .as("without rules")
                .isFalse();
    }

    @Test
    void aReconnectionIsOrderedIfOneWasDue() {
        reported(CUT_OFF, 0, SwitchCause.DUES);
        supply = supply.after(new Decision.Restore(Decision.Why.PAID, minute(20), null), minute(5));

        assertThat(reported(SWITCHED_ON, 6, SwitchCause.OTHER))
                .contains(new Switched(3, true, minute(6), SwitchCause.DUES, true));
    }

    @Test
    void aPaymentIsNeededWhileNothingElseRestoresSupply() {
        Consumer consumer = Consumer.inUttarPradesh()
                .falls("2026-11-16T10:00", -100)
                .hears("2026-11-16T10:05")
                .looks("2026-11-19T10:00");
        assertThat(consumer.waitsForPayment("2026-11-19T10:10")).isFalse();

        consumer.reported("2026-11-19T10:10", CUT_OFF);
        assertThat(consumer.waitsForPayment("2026-11-19T10:10")).isTrue();
        consumer.pays("2026-11-19T10:20", 100);
        assertThat(consumer.waitsForPayment("2026-11-19T10:20")).isFalse();
    }

    private static boolean orderedCut(@Nullable Order cut, int minute) {
        Supply ordered = new Supply("C", 1, Line.UNREPORTED, null, cut, null, null, false);
        return Switched.between(ordered, ordered.reported(new Report(CUT_OFF, minute(minute))), SwitchCause.DUES)
                .orElseThrow()
                .ordered();
    }

    private static Switched off(long version, int minute, SwitchCause cause, boolean ordered) {
        return new Switched(version, false, minute(minute), cause, ordered);
    }

    private Optional<Switched> reported(Report.What what, int minute, SwitchCause cause) {
        Supply before = supply;
        supply = supply.reported(new Report(what, minute(minute)));
        return Switched.between(before, supply, cause);
    }

    private static Instant minute(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
