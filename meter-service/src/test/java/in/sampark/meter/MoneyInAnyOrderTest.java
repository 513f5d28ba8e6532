package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.balance.domain.BillingMode;
import in.sampark.meter.balance.domain.Declaration;
import in.sampark.meter.balance.domain.LedgerEntry;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.recharge.domain.Arrears;
import in.sampark.meter.recharge.domain.Arrears.Band;
import in.sampark.meter.recharge.domain.Known;
import in.sampark.meter.recharge.domain.News;
import in.sampark.meter.recharge.domain.Owed;
import in.sampark.meter.recharge.domain.Payment;
import in.sampark.meter.recharge.domain.Receipt;
import in.sampark.meter.recharge.domain.ReceivePayment;
import in.sampark.meter.recharge.domain.SplitPayments;
import in.sampark.meter.tariff.domain.Charge;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * Readings, recharges, their reversals, corrections, arrears and an opening balance by the billing system and switches of the billing mode on the real households, in order and late
 * by up to five weeks, each as often as three times, while days are posted on time: money ends up where it would have in order. A failure names its seed.
 */
class MoneyInAnyOrderTest {

    private static final LocalDate END = LocalDate.of(2019, 8, 1);
    private static final Duration LATEST = Duration.ofDays(34);
    private static final Arrears BANDS = new Arrears(
            List.of(new Band(200_000, 10), new Band(500_000, 15), new Band(Arrears.ABOVE_ALL, 25)), Map.of());
    private static final ReceivePayment RECEIVE =
            new ReceivePayment(Books.SHIPPED, BANDS, Duration.ofMinutes(5), 1_000_000_000);
    private static final SplitPayments SPLIT = new SplitPayments(Books.SHIPPED, BANDS);

    private record Event(Instant at, BiConsumer<Player, Instant> what) {}

    @Test
    void moneyEndsUpWhereItWouldHaveInOrder() {
        for (int run = 0; run < 8; run++) {
            long seed = new Random().nextLong();
            Random random = new Random(seed);
            for (Household household : Household.allBefore(END).subList(run * 4, run * 4 + 4)) {
                List<Event> events = events(household, random);
                Player inOrder = play(household, events, random, Duration.ZERO, 1);
                Player late = play(household, events, random, LATEST, 3);

                String with = "seed " + seed + ", " + household.meter();
                assertThat(late.meter.refusals()).as(with).isEmpty();
                assertThat(late.meter.chargeByDay()).as(with).isEqualTo(inOrder.meter.chargeByDay());
                assertThat(late.meter.whByDay()).as(with).isEqualTo(inOrder.meter.whByDay());
                assertThat(money(late.meter)).as(with).isEqualTo(money(inOrder.meter));
                assertThat(arrears(late.meter)).as(with).isEqualTo(arrears(inOrder.meter));
                assertThat(late.parts()).as(with).isEqualTo(inOrder.parts());
                assertThat(inOrder.meter.ledger()).as(with).noneMatch(MoneyInAnyOrderTest::isSplit);
                assertThat(late.meter.account().posted())
                        .as(with)
                        .isEqualTo(inOrder.meter.account().posted());
                assertThat(late.meter.account().lastRecharge())
                        .as(with)
                        .isEqualTo(inOrder.meter.account().lastRecharge());
                assertThat(late.meter.account().posted().paise()).as(with).isEqualTo(late.meter.balancePaise());
                assertThat(late.meter.ledger()).as(with).doesNotHaveDuplicates();
            }
        }
    }

    /** One household with what is known of its payments and corrections. */
    private static final class Player {

        private final PaperMeter meter;
        private final Map<String, Known> payments = new HashMap<>();
        private final Map<String, Instant> takenBackBefore = new HashMap<>();
        private final Map<String, LedgerEntry> corrections = new HashMap<>();
        private final List<Owed> owed = new ArrayList<>();
        private boolean opened;
        private long lastDeclared;

        Player(Household household) {
            this.meter = Books.meterOfAnyLoad(household.firstDay(), household.lastDay());
        }

        void pay(Payment payment, Instant now) {
            Instant takenBackAt = takenBackBefore.remove(id(payment));
            Known known = payments.get(id(payment));
            take(
                    RECEIVE.receive(payment, meter.account(), known, takenBackAt, arrears(meter), "event", now),
                    payment,
                    payment.paidAt(),
                    now);
        }

        void takeBack(Payment payment, Instant at, Instant now) {
            Payment before = payments.values().stream()
                    .filter(Known::stands)
                    .map(Known::payment)
                    .filter(other -> !other.id().equals(payment.id()))
                    .max(Comparator.comparing(Payment::paidAt).thenComparing(MoneyInAnyOrderTest::id))
                    .orElse(null);
            take(
                    RECEIVE.takeBack(payment, at, meter.account(), payments.get(id(payment)), before, "event", now),
                    payment,
                    at,
                    now);
        }

        void correct(LedgerEntry correction, Instant now) {
            if (corrections.putIfAbsent(correction.cause(), correction) != null) return;
            meter.decide(account -> Books.SHIPPED.book(account, correction, "event"));
            if (correction.kind() != LedgerEntry.Kind.ARREARS) return;
            owed.add(new Owed(correction.at(), correction.arrearsPaise()));
            split(News.ofArrears(correction.cause(), correction.at()), now);
        }

        void open(LocalDate day, Instant now) {
            if (!opened) meter.openWithBalance(day, now);
            opened = true;
        }

        private void split(News news, Instant now) {
            SplitPayments.Anew anew = SPLIT.anew(meter.account(), owed, List.copyOf(payments.values()), news, now);
            anew.changes().forEach(change -> meter.decide(_ -> change));
            anew.known().forEach(known -> payments.put(id(known.payment()), known));
        }

        /** What went to arrears of payments that stand. */
        SortedMap<String, Long> parts() {
            SortedMap<String, Long> parts = new TreeMap<>();
            payments.values().stream()
                    .filter(Known::stands)
                    .forEach(known -> parts.put(id(known.payment()), known.arrearsPaise()));
            return parts;
        }

        /** Records of one connection keep their order, whatever is late: versions not above the one held are no news. */
        void declare(long version, Declaration declaration, Instant now) {
            if (version <= lastDeclared) return;
            lastDeclared = version;
            meter.declare(declaration, now);
        }

        private void take(Receipt receipt, Payment payment, Instant at, Instant now) {
            switch (receipt) {
                case Receipt.Booked booked -> {
                    meter.decide(_ -> booked.change());
                    Known before = payments.put(id(booked.known().payment()), booked.known());
                    if (!owed.isEmpty()) split(News.of(booked.known(), before), now);
                }
                case Receipt.Kept _ -> takenBackBefore.putIfAbsent(id(payment), at);
                case Receipt.Duplicate _ -> {}
                case Receipt.Refused refused -> throw new AssertionError(refused.reason());
            }
        }
    }

    private static List<Event> events(Household household, Random random) {
        List<Event> events = new ArrayList<>();
        household.registers().forEach(reading -> events.add(read(reading)));
        for (Instant paidAt : household.recharges()) {
            Payment payment = payment("r" + paidAt, 100_000 + random.nextInt(50_000), paidAt);
            events.add(new Event(paidAt, (player, now) -> player.pay(payment, now)));
            if (random.nextInt(3) == 0) {
                Instant reversedAt = paidAt.plus(Duration.ofHours(1 + random.nextInt(72)));
                events.add(new Event(reversedAt, (player, now) -> player.takeBack(payment, reversedAt, now)));
            }
        }
        for (int n = 0; n < 4; n++) {
            LedgerEntry correction = correction(household, n, random);
            events.add(new Event(correction.at(), (player, now) -> player.correct(correction, now)));
        }
        for (int n = 0; n < 3; n++) {
            LedgerEntry arrears = arrears(household, n, random);
            events.add(new Event(arrears.at(), (player, now) -> player.correct(arrears, now)));
        }
        LocalDate openedOn = household.firstDay().plusDays(random.nextInt(20));
        events.add(new Event(Midnight.starting(household.firstDay()), (player, now) -> player.open(openedOn, now)));
        return events;
    }

    private static Event read(Register reading) {
        return new Event(reading.at(), (player, now) -> player.meter.read(reading, now));
    }

    private static Player play(Household household, List<Event> events, Random random, Duration latest, int times) {
        Player player = new Player(household);
        List<Event> arriving = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            events.forEach(event -> arriving.add(new Event(event.at().plus(upTo(latest, random)), event.what())));
        }
        arriving.addAll(switches(household, latest));
        household
                .firstDay()
                .datesUntil(household.lastDay().plusDays(1))
                .forEach(day -> arriving.add(
                        new Event(Midnight.ending(day).plus(Duration.ofMinutes(30)), (at, now) -> at.meter.post(day))));
        arriving.sort(Comparator.comparing(Event::at));
        arriving.forEach(event -> event.what().accept(player, event.at()));
        return player;
    }

    /** Postpaid for the third week of each month, told in time or as late as all the rest but in its order. */
    private static List<Event> switches(Household household, Duration latest) {
        List<Event> switches = new ArrayList<>();
        long version = 0;
        for (LocalDate day = household.firstDay().plusDays(1);
                day.isBefore(household.lastDay());
                day = day.plusDays(1)) {
            if (day.getDayOfMonth() != 15 && day.getDayOfMonth() != 22) continue;
            version++;
            long number = version;
            Declaration declaration =
                    declaration(household, day, day.getDayOfMonth() == 15 ? BillingMode.POSTPAID : BillingMode.PREPAID);
            Duration delay = latest.isZero() ? Duration.ZERO : latest.minusDays(7 * (number % 2));
            switches.add(new Event(
                    Midnight.starting(day).plus(delay), (player, now) -> player.declare(number, declaration, now)));
        }
        return switches;
    }

    private static Declaration declaration(Household household, LocalDate day, BillingMode mode) {
        return new Declaration(
                "DVVNL:7010000001",
                "DVVNL",
                "LMV-1-URBAN",
                2_000,
                mode,
                day,
                household.firstDay(),
                true,
                household.lastDay(),
                day,
                "terms of " + day,
                null);
    }

    private static LedgerEntry correction(Household household, int n, Random random) {
        LocalDate day = household.firstDay().plusDays(random.nextInt(40));
        long paise = random.nextInt(20_000) - 10_000;
        return LedgerEntry.ofMoney(
                LedgerEntry.Kind.CORRECTION, "DVVNL:7010000001", day, "c" + n, Midnight.ending(day), 0, paise, 0);
    }

    private static LedgerEntry arrears(Household household, int n, Random random) {
        LocalDate day = household.firstDay().plusDays(random.nextInt(40));
        Instant at = Midnight.starting(day).plus(Duration.ofSeconds(random.nextInt(86_400)));
        long paise = random.nextInt(600_000) - 100_000;
        return LedgerEntry.ofMoney(LedgerEntry.Kind.ARREARS, "DVVNL:7010000001", day, "a" + n, at, 0, -paise, paise);
    }

    private static long arrears(PaperMeter meter) {
        return meter.ledger().stream().mapToLong(LedgerEntry::arrearsPaise).sum();
    }

    private static boolean isSplit(LedgerEntry entry) {
        return entry.kind() == LedgerEntry.Kind.SPLIT;
    }

    private static Payment payment(String id, long paise, Instant paidAt) {
        return new Payment(new Payment.Id("DVVNL", id), "DVVNL:7010000001", paise, paidAt);
    }

    private static String id(Payment payment) {
        return payment.id().transaction();
    }

    /** What moved without energy, by kind and cause; of recharges, what is left of each. */
    private static SortedMap<String, Long> money(PaperMeter meter) {
        SortedMap<String, Long> money = new TreeMap<>();
        meter.ledger().stream()
                .filter(entry -> entry.charge().equals(Charge.NONE) && entry.wh() == 0 && entry.amountPaise() != 0)
                .forEach(entry -> money.merge(what(entry), entry.amountPaise(), Long::sum));
        return money;
    }

    private static String what(LedgerEntry entry) {
        return switch (entry.kind()) {
            case RECHARGE, REVERSAL, SPLIT -> "RECHARGE " + entry.cause().split(" after ", 2)[0];
            case DAY_CHARGE, ADJUSTMENT, OPENING_BALANCE, CORRECTION, ARREARS ->
                entry.kind() + " " + entry.cause() + " " + entry.day();
        };
    }

    private static Duration upTo(Duration latest, Random random) {
        return latest.isZero() ? latest : Duration.ofSeconds(random.nextLong(latest.toSeconds()));
    }
}
