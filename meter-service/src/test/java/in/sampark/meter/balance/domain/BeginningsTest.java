package in.sampark.meter.balance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.Books;
import in.sampark.meter.PaperMeter;
import in.sampark.meter.tariff.domain.Charge;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From which day a connection of 2 kW is charged in June 2021, when its records, its opening balance and midnights come in one order or another. */
class BeginningsTest {

    private static final LocalDate FIRST = LocalDate.of(2021, 6, 1);
    private static final LocalDate END = LocalDate.of(2021, 12, 31);

    private final PaperMeter meter = Books.meter(FIRST, END);

    @Test
    void daysBehindAnOpeningBalanceStayCarriedOverWhenARecordRepeatsItsBillingMode() {
        meter.post(day(11));
        meter.openWithBalance(day(10), noon(12));
        meter.declare(record(15, FIRST, FIRST), noon(15));

        PaperMeter before = Books.meter(FIRST, END);
        before.post(day(11));
        before.declare(record(12, FIRST, FIRST), noon(12));
        before.openWithBalance(day(10), noon(12));

        assertThat(meter.chargeByDay()).isEqualTo(before.chargeByDay());
        assertThat(meter.chargeByDay().headMap(day(10)).values()).containsOnly(Charge.NONE);
        assertThat(meter.chargeByDay().get(day(10))).isNotEqualTo(Charge.NONE);
        assertThat(meter.balancePaise()).isEqualTo(before.balancePaise());
    }

    @Test
    void anOtherBillingModeAndAnOpeningBalanceComeToTheSameInAnyOrder() {
        meter.post(day(20));
        meter.openWithBalance(day(10), noon(21));
        meter.declare(record(21, FIRST, day(15)), noon(21));
        meter.declare(record(22, FIRST, day(5)), noon(22));

        PaperMeter before = Books.meter(FIRST, END);
        before.post(day(20));
        before.declare(record(21, FIRST, day(15)), noon(21));
        before.declare(record(22, FIRST, day(5)), noon(22));
        before.openWithBalance(day(10), noon(22));

        assertThat(meter.chargeByDay()).isEqualTo(before.chargeByDay());
        assertThat(meter.account().terms()).isEqualTo(before.account().terms());
    }

    @Test
    void aRecordThatRepeatsALongPastBillingModeIsNoNews() {
        meter.post(day(11));
        meter.openWithBalance(day(10), noon(12));
        long version = meter.account().version();
        meter.declare(record(15, FIRST, FIRST), noon(15).plus(Duration.ofDays(100)));

        assertThat(meter.refusals()).isEmpty();
        assertThat(meter.account().version()).isEqualTo(version);
    }

    @Test
    void anOpeningBalanceOfTheFirstDayHoldsWhenSupplyTurnsOutToHaveBegunBefore() {
        PaperMeter opened = Books.meter(day(10), END);
        opened.openWithBalance(day(10), noon(11));
        opened.post(day(12));
        opened.declare(record(13, FIRST, null), noon(13));

        meter.post(day(12));
        meter.openWithBalance(day(10), noon(13));
        assertThat(opened.chargeByDay()).isEqualTo(meter.chargeByDay());
    }

    @Test
    void supplyThatBeganLaterGivesBackTheDaysBefore() {
        meter.post(day(7));
        meter.declare(record(8, day(5), null), noon(8));
        meter.post(day(9));

        PaperMeter inTime = Books.meter(day(5), END);
        inTime.post(day(9));
        assertThat(meter.refusals()).isEmpty();
        assertThat(meter.chargeByDay().headMap(day(5)).values()).containsOnly(Charge.NONE);
        assertThat(meter.chargeByDay().tailMap(day(5))).isEqualTo(inTime.chargeByDay());
        assertThat(meter.balancePaise()).isEqualTo(inTime.balancePaise());
    }

    @Test
    void supplyThatIsYetToBeginIsNotChargedUntilThen() {
        meter.post(day(3));
        meter.declare(record(4, day(8), null), noon(4));
        assertThat(meter.balancePaise()).isZero();
        assertThat(Books.SHIPPED.availablePaise(meter.account(), noon(8))).isZero();
        meter.post(day(9));

        assertThat(meter.chargeByDay().headMap(day(8)).values()).containsOnly(Charge.NONE);
        assertThat(meter.chargeByDay().tailMap(day(8)).values()).doesNotContain(Charge.NONE);
    }

    @Test
    void supplyThatBeganEarlierIsChargedForTheDaysBefore() {
        PaperMeter late = Books.meter(day(5), END);
        late.read(new Register(Midnight.ending(day(6)), 10_000), Midnight.ending(day(6)));
        late.post(day(7));
        late.declare(record(8, FIRST, null), noon(8));
        late.post(day(9));

        meter.read(new Register(Midnight.ending(day(6)), 10_000), Midnight.ending(day(6)));
        meter.post(day(9));
        assertThat(late.chargeByDay()).isEqualTo(meter.chargeByDay());
        assertThat(late.whByDay()).isEqualTo(meter.whByDay());
        assertThat(late.ledger())
                .filteredOn(entry -> entry.day().isBefore(day(5)))
                .hasSize(4)
                .allMatch(entry -> entry.kind() == LedgerEntry.Kind.DAY_CHARGE);
    }

    @Test
    void daysOfAnEarlierBeginningBeforeItsBillingModeAreCarriedOver() {
        PaperMeter late = Books.meter(day(5), END);
        late.post(day(7));
        late.declare(record(8, day(2), day(4)), noon(8));

        assertThat(late.chargeByDay().headMap(day(4))).containsOnlyKeys(day(2), day(3));
        assertThat(late.chargeByDay().headMap(day(4)).values()).containsOnly(Charge.NONE);
        assertThat(late.chargeByDay().tailMap(day(4)).values()).doesNotContain(Charge.NONE);
        assertThat(late.account().terms().plan().modeFrom()).isEqualTo(day(4));
    }

    @Test
    void aBeginningThatIsPutRightTwiceLeavesNoTrace() {
        meter.declare(record(2, FIRST, day(3), BillingMode.POSTPAID), noon(2));
        meter.declare(record(3, FIRST, day(5)), noon(3));
        meter.post(day(7));
        meter.declare(record(8, day(4), day(5)), noon(8));
        meter.declare(record(9, FIRST, day(5)), noon(9));

        PaperMeter always = Books.meter(FIRST, END);
        always.declare(record(2, FIRST, day(3), BillingMode.POSTPAID), noon(2));
        always.declare(record(3, FIRST, day(5)), noon(3));
        always.post(day(7));
        assertThat(meter.chargeByDay()).isEqualTo(always.chargeByDay());
        assertThat(meter.account().posted()).isEqualTo(always.account().posted());
    }

    @Test
    void anEarlierBeginningIsChargedNoFurtherBackThanTheWindow() {
        meter.post(day(7));
        meter.declare(record(8, FIRST.minusYears(3), null), noon(8));

        assertThat(meter.refusals()).isEmpty();
        assertThat(meter.chargeByDay().firstKey()).isEqualTo(day(8).minusDays(35));
        assertThat(meter.account().terms().supplyFrom()).isEqualTo(FIRST.minusYears(3));
    }

    @Test
    void aLaterBeginningFurtherBackThanTheWindowIsRefused() {
        meter.post(day(7));
        meter.declare(record(8, day(3), null), noon(8).plus(Duration.ofDays(60)));

        assertThat(meter.refusals())
                .containsExactly("terms from: 2021-06-01, a day posted before (expected: at least 2021-07-03)");
    }

    @Test
    void aBeginningTooFarBackHoldsUpNothingElse() {
        meter.post(day(90));
        Declaration late = record(91, day(3), day(91), BillingMode.POSTPAID);
        meter.declare(late, noon(91));
        meter.post(day(92));

        assertThat(meter.account().terms().mode()).isEqualTo(BillingMode.POSTPAID);
        assertThat(meter.account().terms().supplyFrom()).isEqualTo(FIRST);
        assertThat(meter.chargeByDay().get(FIRST)).isNotEqualTo(Charge.NONE);
        assertThat(meter.chargeByDay().get(day(91))).isEqualTo(Charge.NONE);
        assertThat(meter.refusals())
                .containsExactly("terms from: 2021-06-01, a day posted before (expected: at least 2021-07-26)");
    }

    @Test
    void aBeginningThatIsOnlyRepeatedMovesNothing() {
        meter.post(day(90));
        meter.declare(record(91, day(3), null), noon(91));
        meter.declare(record(95, day(3), day(95), BillingMode.POSTPAID).keepingBeginning(), noon(95));

        assertThat(meter.account().terms().mode()).isEqualTo(BillingMode.PREPAID);
        assertThat(meter.account().terms().on(day(95)).mode()).isEqualTo(BillingMode.POSTPAID);
        assertThat(meter.refusals()).hasSize(1);
    }

    @Test
    void supplyAfterItsEndIsChargedAnewAndGivesNothingBack() {
        meter.declare(ending(18, FIRST, day(20)), noon(18));
        meter.post(day(24));
        meter.declare(ending(25, day(28), null), noon(25));
        meter.post(day(30));

        PaperMeter always = Books.meter(FIRST, END);
        always.post(day(30));
        assertThat(meter.refusals()).isEmpty();
        assertThat(meter.chargeByDay().headMap(day(21)))
                .isEqualTo(always.chargeByDay().headMap(day(21)));
        assertThat(meter.chargeByDay().subMap(day(21), day(28)).values()).containsOnly(Charge.NONE);
        assertThat(meter.chargeByDay().tailMap(day(28)))
                .isEqualTo(always.chargeByDay().tailMap(day(28)));
    }

    @Test
    void supplyFromTheDayAfterItsEndGoesOn() {
        meter.declare(ending(18, FIRST, day(20)), noon(18));
        meter.declare(ending(19, day(21), null), noon(19));
        meter.post(day(30));

        PaperMeter always = Books.meter(FIRST, END);
        always.post(day(30));
        assertThat(meter.chargeByDay()).isEqualTo(always.chargeByDay());
    }

    @Test
    void supplyLongAfterItsEndIsChargedAnewWhateverWasPostedInBetween() {
        meter.post(day(24));
        meter.declare(ending(25, FIRST, day(20)), noon(25));
        meter.declare(ending(100, day(99), null), noon(100));
        meter.declare(ending(101, day(99), null).keepingBeginning(), noon(101));
        meter.post(day(101));

        assertThat(meter.refusals()).isEmpty();
        assertThat(meter.chargeByDay().get(day(20))).isNotEqualTo(Charge.NONE);
        assertThat(meter.chargeByDay().subMap(day(21), day(99)).values()).containsOnly(Charge.NONE);
        assertThat(meter.chargeByDay().tailMap(day(99)).values()).hasSize(3).doesNotContain(Charge.NONE);
    }

    @Test
    void daysWithoutSupplyStayUnchargedWhenTheBillingModeIsSaidToBeFromBeforeThem() {
        meter.declare(ending(18, FIRST, day(20)), noon(18));
        meter.declare(supplied(25, day(28), null, FIRST, BillingMode.PREPAID), noon(25));
        meter.post(day(30));

        assertThat(meter.chargeByDay().subMap(day(21), day(28)).values()).containsOnly(Charge.NONE);
        assertThat(meter.chargeByDay().tailMap(day(28)).values()).doesNotContain(Charge.NONE);
    }

    @Test
    void aConnectionThatCameBackIsChargedFromItsNewBeginning() {
        meter.post(day(20));
        meter.decide(account -> Books.SHIPPED.end(account, noon(21)));
        meter.declare(ending(25, day(28), null), noon(25));
        meter.post(day(30));

        assertThat(meter.chargeByDay().headMap(day(21)).values()).doesNotContain(Charge.NONE);
        assertThat(meter.chargeByDay().subMap(day(21), day(28)).values()).containsOnly(Charge.NONE);
        assertThat(meter.chargeByDay().tailMap(day(28)).values()).doesNotContain(Charge.NONE);
    }

    @Test
    void beforeTheFirstPostingToNoDayBeforeTheWindowIsChargedHoweverOftenSupplyIsSaidToHaveBegun() {
        LocalDate earliest = FIRST.minusDays(35);
        Declaration first = record(1, LocalDate.of(2020, 1, 1), null);
        Timeline opened = first.opened(earliest);
        Account account = first.account(opened);
        NewTerms corrected = NewTerms.declared(
                        account, opened, List.of(record(1, LocalDate.of(2021, 1, 1), null)), earliest)
                .orElseThrow();

        assertThat(account.withTerms(corrected.terms()).chargeDue()).isEqualTo(earliest);
    }

    private static Declaration record(int on, LocalDate supplyFrom, @Nullable LocalDate modeFrom) {
        return record(on, supplyFrom, modeFrom, BillingMode.PREPAID);
    }

    private static Declaration ending(int on, LocalDate supplyFrom, @Nullable LocalDate supplyTo) {
        return supplied(on, supplyFrom, supplyTo, null, BillingMode.PREPAID);
    }

    private static Declaration record(int on, LocalDate supplyFrom, @Nullable LocalDate modeFrom, BillingMode mode) {
        return supplied(on, supplyFrom, END, modeFrom, mode);
    }

    private static Declaration supplied(
            int on,
            LocalDate supplyFrom,
            @Nullable LocalDate supplyTo,
            @Nullable LocalDate modeFrom,
            BillingMode mode) {
        return new Declaration(
                "DVVNL:7010000001",
                "DVVNL",
                "LMV-1-URBAN",
                2_000,
                mode,
                modeFrom,
                supplyFrom,
                true,
                supplyTo,
                day(on),
                "terms of " + day(on),
                null);
    }

    private static LocalDate day(int n) {
        return FIRST.plusDays(n - 1L);
    }

    private static Instant noon(int day) {
        return Midnight.starting(day(day)).plus(Duration.ofHours(12));
    }
}
