package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.balance.domain.Fact;
import in.sampark.meter.balance.domain.LedgerEntry;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.tariff.domain.Charge;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The demonstration's sums, day by day as they happen, against answers worked out without this code. */
class KnownAnswerTest {

    private static final LocalDate FIRST_OF_AUGUST = LocalDate.of(2019, 8, 1);

    @Test
    void ninetyTwoDaysAddUp() {
        List<PaperMeter> meters = play(Household.allBefore(FIRST_OF_AUGUST));

        assertThat(meters).hasSize(38);
        assertThat(count(meters, LedgerEntry.Kind.DAY_CHARGE)).isEqualTo(3_118);
        assertThat(count(meters, LedgerEntry.Kind.RECHARGE)).isEqualTo(143);
        assertThat(count(meters, LedgerEntry.Kind.ADJUSTMENT)).isZero();
        assertThat(wh(meters)).isEqualTo(36_278_647);
        assertThat(charge(meters)).isEqualTo(Books.charge(21_665_212, 2_239_744, 1_195_247));
        assertThat(balance(meters)).isEqualTo(-10_800_203);
        assertThat(notices(meters)).isEqualTo(Map.of(30L, 63L, 10L, 58L, 0L, 57L));
    }

    @Test
    void theWholeFileAddsUp() {
        List<PaperMeter> meters = play(Household.allBefore(LocalDate.MAX));

        assertThat(count(meters, LedgerEntry.Kind.DAY_CHARGE)).isEqualTo(24_270);
        assertThat(count(meters, LedgerEntry.Kind.RECHARGE)).isEqualTo(991);
        assertThat(wh(meters)).isEqualTo(134_525_797);
        assertThat(charge(meters)).isEqualTo(Books.charge(78_706_782, 17_512_761, 4_810_998));
        assertThat(balance(meters)).isEqualTo(-1_930_541);
        assertThat(notices(meters)).isEqualTo(Map.of(30L, 92L, 10L, 89L, 0L, 82L));
    }

    @Test
    void aMonthOfOneHouseholdAddsUpDayByDay() {
        PaperMeter meter = play(Household.allBefore(FIRST_OF_AUGUST).getFirst());

        assertThat(statement(meter, LocalDate.of(2019, 5, 31))).isEqualTo("""
                        2019-05-01 5252 2889 710 180 96221
                        2019-05-02 4770 2623 709 167 92722
                        2019-05-03 5169 2843 710 177 88992
                        2019-05-04 5410 2976 710 185 85121
                        2019-05-05 6688 3678 709 219 80515
                        2019-05-06 4577 2517 710 161 77127
                        2019-05-07 4614 2538 710 163 73716
                        2019-05-08 6326 3479 709 209 69319
                        2019-05-09 5320 2926 710 182 65501
                        2019-05-10 5592 3076 710 189 61526
                        2019-05-11 6254 3440 709 208 57169
                        2019-05-12 5569 3063 710 188 53208
                        2019-05-13 5178 2847 710 178 49473
                        2019-05-14 4853 2670 709 169 45925
                        2019-05-15 4572 2514 710 161 42540
                        2019-05-16 3713 2042 710 138 39650
                        2019-05-17 4823 2653 710 168 36119
                        2019-05-18 3652 2009 709 136 33265
                        2019-05-19 5415 2978 710 184 29393 30
                        2019-05-20 5103 2807 710 176 25700
                        2019-05-21 6235 3429 709 207 21355
                        2019-05-22 6488 3568 710 214 16863
                        2019-05-23 5370 2954 710 183 13016
                        2019-05-24 4814 2647 709 168 9492 10
                        2019-05-25 5661 3114 710 191 5477
                        2019-05-26 5803 3192 710 195 101380
                        2019-05-27 6324 3478 709 210 96983
                        2019-05-28 6779 3744 710 222 92307
                        2019-05-29 6218 3731 710 222 87644
                        2019-05-30 6942 4165 709 244 82526
                        2019-05-31 7339 4404 710 256 77156
                        """);
    }

    private static List<PaperMeter> play(List<Household> households) {
        return households.stream().map(KnownAnswerTest::play).toList();
    }

    private static PaperMeter play(Household household) {
        PaperMeter meter = Books.meter(household.firstDay(), household.lastDay());
        Map<Instant, Register> readings =
                household.registers().stream().collect(Collectors.toMap(Register::at, Function.identity()));
        Set<Instant> recharges = Set.copyOf(household.recharges());
        household.firstDay().datesUntil(household.lastDay().plusDays(1)).forEach(day -> {
            Instant noon = Midnight.starting(day).plus(Duration.ofHours(12));
            if (recharges.contains(noon)) meter.recharge("r" + day, 100_000, noon);
            Register reading = readings.get(Midnight.ending(day));
            if (reading != null) meter.read(reading, reading.at());
            meter.post(day);
        });
        assertThat(meter.refusals()).isEmpty();
        assertThat(meter.account().posted().paise()).isEqualTo(meter.balancePaise());
        return meter;
    }

    private static String statement(PaperMeter meter, LocalDate end) {
        Map<Instant, Long> notices = meter.notices().stream()
                .collect(Collectors.toMap(
                        Fact.LowBalanceReached::at, notice -> notice.rung().value()));
        List<String> lines = new ArrayList<>();
        long balance = 0;
        for (LedgerEntry entry : meter.ledger()) {
            if (entry.day().isAfter(end)) break;
            balance += entry.amountPaise();
            if (entry.kind() == LedgerEntry.Kind.RECHARGE) continue;
            Charge charge = entry.charge();
            String notice = notices.containsKey(entry.at()) ? " " + notices.get(entry.at()) : "";
            lines.add(entry.day() + " " + entry.wh() + " " + charge.energyPaise() + " " + charge.fixedPaise() + " "
                    + charge.dutyPaise() + " " + balance + notice);
        }
        return String.join("\n", lines) + "\n";
    }

    private static long count(List<PaperMeter> meters, LedgerEntry.Kind kind) {
        return meters.stream()
                .flatMap(meter -> meter.ledger().stream())
                .filter(entry -> entry.kind() == kind)
                .count();
    }

    private static long wh(List<PaperMeter> meters) {
        return meters.stream()
                .flatMap(meter -> meter.ledger().stream())
                .mapToLong(LedgerEntry::wh)
                .sum();
    }

    private static Charge charge(List<PaperMeter> meters) {
        return meters.stream()
                .flatMap(meter -> meter.ledger().stream())
                .map(LedgerEntry::charge)
                .reduce(Charge.NONE, Charge::plus);
    }

    private static long balance(List<PaperMeter> meters) {
        return meters.stream().mapToLong(PaperMeter::balancePaise).sum();
    }

    private static Map<Long, Long> notices(List<PaperMeter> meters) {
        return meters.stream()
                .flatMap(meter -> meter.notices().stream())
                .collect(Collectors.groupingBy(notice -> notice.rung().value(), Collectors.counting()));
    }
}
