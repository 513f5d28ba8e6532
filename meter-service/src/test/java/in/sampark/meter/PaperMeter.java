package in.sampark.meter;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.BillingMode;
import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.Declaration;
import in.sampark.meter.balance.domain.Fact;
import in.sampark.meter.balance.domain.LastRecharge;
import in.sampark.meter.balance.domain.LedgerEntry;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.NewTerms;
import in.sampark.meter.balance.domain.PostedDay;
import in.sampark.meter.balance.domain.PostedDays;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.balance.domain.Terms;
import in.sampark.meter.balance.domain.Timeline;
import in.sampark.meter.reading.domain.JudgeReading;
import in.sampark.meter.reading.domain.Judgement;
import in.sampark.meter.reading.domain.LimitsByDiscom;
import in.sampark.meter.reading.domain.Metered;
import in.sampark.meter.reading.domain.Reading;
import in.sampark.meter.reading.domain.Registers;
import in.sampark.meter.reading.domain.SettleFirstRegister;
import in.sampark.meter.tariff.domain.Charge;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One connection kept in memory, with everything the service would keep of it. */
public final class PaperMeter {

    private final Bookkeeping books;
    private final JudgeReading judge;
    private final List<Reading> registers = new ArrayList<>();
    private final Set<String> recharges = new HashSet<>();
    private final List<LedgerEntry> ledger = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final Map<Reading, Instant> doubted = new LinkedHashMap<>();
    private Account account;
    private @Nullable Timeline timeline;

    public PaperMeter(Bookkeeping books, JudgeReading judge, LocalDate from, LocalDate to) {
        this(
                books,
                judge,
                Account.opened(
                        "DVVNL:7010000001",
                        "DVVNL",
                        new Terms("LMV-1-URBAN", 2_000, from, to, BillingMode.PREPAID, false),
                        from));
    }

    /** Of an account as it is. */
    public PaperMeter(Bookkeeping books, JudgeReading judge, Account account) {
        this.books = books;
        this.judge = judge;
        this.account = account;
    }

    public Judgement read(Register register, Instant now) {
        return read(Reading.measured(register), now);
    }

    public Judgement read(Reading reading, Instant now) {
        Judgement judgement = judged(reading, now, now);
        if (judgement instanceof Judgement.Doubted) doubted.putIfAbsent(reading, now);
        if (judgement instanceof Judgement.Recorded recorded && stirs(recorded)) reconsider(now);
        return judgement;
    }

    /** Somebody stands for a doubted reading. */
    public Judgement release(Reading doubt, Reading as, Instant now) {
        Judgement judgement = judged(as, Objects.requireNonNull(doubted.get(doubt)), now);
        reconsider(now);
        return judgement;
    }

    private boolean stirs(Judgement.Recorded recorded) {
        return recorded.reachesBack()
                || doubted.keySet().stream()
                        .anyMatch(doubt -> doubt.at().isAfter(recorded.reading().at()));
    }

    /** What is believed now, or superseded, is doubted no longer. */
    private void reconsider(Instant now) {
        while (doubted.entrySet().removeIf(doubt -> isSettled(judged(doubt.getKey(), doubt.getValue(), now)))) {}
    }

    private static boolean isSettled(Judgement judgement) {
        return judgement instanceof Judgement.Recorded || judgement instanceof Judgement.Duplicate;
    }

    private Judgement judged(Reading reading, Instant receivedAt, Instant now) {
        Judgement judgement = judge.judge(
                new Metered(account, registers(), postedDays(), Set.of()),
                reading,
                "event-" + reading.at(),
                receivedAt,
                now);
        switch (judgement) {
            case Judgement.Recorded recorded -> {
                registers.add(recorded.reading());
                keep(recorded.change());
            }
            case Judgement.Duplicate _, Judgement.Doubted _ -> {}
            case Judgement.Refused refused -> refusals.add(refused.reason());
        }
        return judgement;
    }

    private Registers registers() {
        return Registers.of(Stream.concat(
                        Optional.ofNullable(account.opening()).map(Reading::presumed).stream(), registers.stream())
                .toList());
    }

    public void recharge(String id, long paise, Instant paidAt) {
        if (recharges.add(id)) keep(books.credit(account, new LastRecharge(id, paise, paidAt), 0, "event-" + id));
    }

    /** Puts the connection under other terms, as its record says. */
    public void declare(Declaration declaration, Instant now) {
        Timeline known = timeline == null ? Timeline.of(account.terms()) : timeline;
        NewTerms.declared(account, known, List.of(declaration), earliest(now)).ifPresent(terms -> settle(terms, now));
    }

    private static LocalDate earliest(Instant now) {
        return Midnight.dayClosedBy(now.minus(Duration.ofDays(35)));
    }

    private void settle(NewTerms terms, Instant now) {
        terms.tooFarBack(earliest(now)).ifPresentOrElse(refusals::add, () -> {
            keep(books.settle(terms, postedDays(), now));
            timeline = terms.timeline();
            if (terms.untaken() != null) refusals.add(terms.untaken());
            if (terms.changesOpening()) settleFirst(terms.of(account), now);
        });
        reconsider(now);
    }

    private void settleFirst(NewTerms terms, Instant now) {
        Reading first =
                registers.stream().min(Comparator.comparing(Reading::at)).orElseThrow();
        new SettleFirstRegister(books, new LimitsByDiscom(Books.LIMITS, Map.of()))
                .under(terms, first, postedDays(), earliest(now), now)
                .ifPresent(this::keep);
    }

    /** Books an opening balance of nothing. */
    public void openWithBalance(LocalDate day, Instant now) {
        Timeline known = timeline == null ? Timeline.of(account.terms()) : timeline;
        settle(NewTerms.opened(account, known, day, "opening", null), now);
    }

    /** Whatever else is decided about the account. */
    public void decide(Function<Account, Change> decision) {
        keep(decision.apply(account));
    }

    public void post(LocalDate through) {
        keep(books.post(account, through));
    }

    private void keep(Change change) {
        account = change.account();
        ledger.addAll(change.entries());
        facts.addAll(change.facts());
    }

    private PostedDays postedDays() {
        SortedMap<LocalDate, PostedDay> days = new TreeMap<>();
        ledger.stream()
                .filter(PaperMeter::isOfDay)
                .forEach(entry -> days.merge(
                        entry.day(),
                        new PostedDay(entry.wh(), entry.charge()),
                        (one, other) -> new PostedDay(
                                one.wh() + other.wh(), one.charge().plus(other.charge()))));
        return new PostedDays(days, timeline);
    }

    private static boolean isOfDay(LedgerEntry entry) {
        return entry.kind() == LedgerEntry.Kind.DAY_CHARGE || entry.kind() == LedgerEntry.Kind.ADJUSTMENT;
    }

    public Account account() {
        return account;
    }

    public List<LedgerEntry> ledger() {
        return ledger;
    }

    public List<String> refusals() {
        return refusals;
    }

    /** Those whose doubt is open. */
    public Set<Reading> doubted() {
        return doubted.keySet();
    }

    public List<Fact> facts() {
        return facts;
    }

    public List<Fact.LowBalanceReached> notices() {
        return facts.stream()
                .filter(Fact.LowBalanceReached.class::isInstance)
                .map(Fact.LowBalanceReached.class::cast)
                .toList();
    }

    /** What each day cost in the end, adjustments included. */
    public SortedMap<LocalDate, Charge> chargeByDay() {
        SortedMap<LocalDate, Charge> charges = new TreeMap<>();
        ledger.stream()
                .filter(PaperMeter::isOfDay)
                .forEach(entry -> charges.merge(entry.day(), entry.charge(), Charge::plus));
        return charges;
    }

    public SortedMap<LocalDate, Long> whByDay() {
        return postedDays().wh();
    }

    public long balancePaise() {
        return ledger.stream().mapToLong(LedgerEntry::amountPaise).sum();
    }
}
