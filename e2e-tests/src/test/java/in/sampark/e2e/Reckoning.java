package in.sampark.e2e;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The story of data/meters/STORY.md reckoned a second time, from the file alone and without a line of the product: what is found here and
 * there was understood twice.
 */
final class Reckoning {

    private static final int RECHARGE_EVERY = 25;
    private static final long RECHARGE_PAISE = 100_000;
    private static final long FIXED_PAISE_A_MONTH = 2 * 11_000;
    private static final LocalDate OUTAGE = LocalDate.of(2019, 6, 20);
    private static final LocalDateTime VISIT = OUTAGE.atTime(12, 15);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private long wh;
    private long energy;
    private long fixed;
    private long duty;
    private long recharged;
    private final List<LocalDateTime> recharges = new ArrayList<>();
    private final List<LocalDateTime> crossings = new ArrayList<>();
    private long balance;
    private long balanceAtVisit;
    private boolean alreadySupplied;
    private final Map<Integer, Long> notices = new TreeMap<>(Map.of(30, 0L, 10, 0L, 0, 0L));
    private final TreeSet<Integer> armed = new TreeSet<>(List.of(30, 10, 0));
    private final boolean onFeeder;
    private boolean verified;
    private boolean visited;

    private Reckoning(int index) {
        this.onFeeder = index % 4 == 0;
        this.verified = index % 5 != 0;
    }

    /** By meter, in the order of the file. @param days calendar days of the file from its first, or its whole length if more */
    static Map<String, Reckoning> of(Path file, int days) throws IOException {
        Map<String, TreeMap<LocalDate, BigDecimal>> meters = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            meters.computeIfAbsent(cells[0], meter -> new TreeMap<>())
                    .put(LocalDate.parse(cells[1]), new BigDecimal(cells[2]));
        }
        LocalDate end = meters.values().stream()
                .map(TreeMap::firstKey)
                .min(LocalDate::compareTo)
                .orElseThrow()
                .plusDays(days);
        Map<String, Reckoning> reckoned = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>(meters.keySet());
        for (int index = 0; index < ids.size(); index++) {
            var rows = new TreeMap<>(meters.get(ids.get(index)).headMap(end));
            if (!rows.isEmpty()) {
                Reckoning reckoning = new Reckoning(index);
                reckoning.reckon(rows);
                reckoned.put(ids.get(index), reckoning);
            }
        }
        visit(reckoned.values());
        return reckoned;
    }

    /** The officer goes to the first of the feeder on the work list: of those not proven, the one with the lowest balance. */
    private static void visit(Collection<Reckoning> reckoned) {
        reckoned.stream()
                .filter(one -> one.onFeeder && !one.verified && one.alreadySupplied)
                .min(Comparator.comparingLong(one -> one.balanceAtVisit))
                .ifPresent(one -> one.visited = true);
    }

    private void reckon(TreeMap<LocalDate, BigDecimal> rows) {
        Map<YearMonth, Long> monthWh = new HashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        long register = 0;
        LocalDate first = rows.firstKey();
        for (LocalDate day = first; !day.isAfter(rows.lastKey()); day = day.plusDays(1)) {
            if (first.until(day, java.time.temporal.ChronoUnit.DAYS) % RECHARGE_EVERY == 0) {
                recharge(day);
            }
            if (day.equals(OUTAGE)) {
                alreadySupplied = true;
                balanceAtVisit = balance;
            }
            YearMonth month = YearMonth.from(day);
            long before = monthWh.getOrDefault(month, 0L);
            long used = 0;
            if (rows.containsKey(day)) {
                sum = sum.add(rows.get(day));
                long next =
                        sum.multiply(THOUSAND).setScale(0, RoundingMode.HALF_UP).longValueExact();
                used = next - register;
                register = next;
            }
            monthWh.put(month, before + used);
            charge(day, before, used);
            look(day);
        }
        wh = register;
    }

    private void recharge(LocalDate day) {
        recharges.add(day.atTime(LocalTime.NOON));
        recharged += RECHARGE_PAISE;
        balance += RECHARGE_PAISE;
        List.of(30, 10, 0).stream().filter(rung -> threshold(rung) < balance).forEach(armed::add);
    }

    private void charge(LocalDate day, long whBefore, long used) {
        long energyBefore = energyPaise(whBefore);
        long fixedBefore = fixedPaise(day, day.getDayOfMonth() - 1);
        long energyAfter = energyPaise(whBefore + used);
        long fixedAfter = fixedPaise(day, day.getDayOfMonth());
        long dutyOfDay = dutyPaise(energyAfter + fixedAfter) - dutyPaise(energyBefore + fixedBefore);
        energy += energyAfter - energyBefore;
        fixed += fixedAfter - fixedBefore;
        duty += dutyOfDay;
        balance -= energyAfter - energyBefore + fixedAfter - fixedBefore + dutyOfDay;
    }

    private void look(LocalDate day) {
        List<Integer> crossed =
                armed.stream().filter(rung -> balance <= threshold(rung)).toList();
        if (!crossed.isEmpty()) {
            notices.merge(crossed.getFirst(), 1L, Long::sum);
            armed.removeAll(crossed);
            crossings.add(day.plusDays(1).atStartOfDay());
        }
    }

    private static long threshold(int rung) {
        return RECHARGE_PAISE * rung / 100;
    }

    private static long energyPaise(long wh) {
        long paiseTimesThousand = 550 * Math.min(wh, 150_000)
                + 600 * Math.clamp(wh - 150_000, 0, 150_000)
                + 650 * Math.max(wh - 300_000, 0);
        return halfUp(BigDecimal.valueOf(paiseTimesThousand), THOUSAND);
    }

    private static long fixedPaise(LocalDate day, int daysOfMonth) {
        return halfUp(BigDecimal.valueOf(FIXED_PAISE_A_MONTH * daysOfMonth), BigDecimal.valueOf(day.lengthOfMonth()));
    }

    private static long dutyPaise(long paise) {
        return halfUp(BigDecimal.valueOf(5 * paise), BigDecimal.valueOf(100));
    }

    private static long halfUp(BigDecimal amount, BigDecimal by) {
        return amount.divide(by, 0, RoundingMode.HALF_UP).longValueExact();
    }

    long wh() {
        return wh;
    }

    /** Whether the number was proven from the first. */
    boolean verified() {
        return verified;
    }

    /** Days with a recharge at their noon. */
    List<LocalDate> rechargeDays() {
        return recharges.stream().map(LocalDateTime::toLocalDate).toList();
    }

    /** Days whose end brings a notice. */
    List<LocalDate> noticeDays() {
        return crossings.stream()
                .map(midnight -> midnight.toLocalDate().minusDays(1))
                .toList();
    }

    /** What the run writes of the meter. */
    Map<String, Object> figures() {
        long crossingsTold = crossings.stream().filter(this::crossingTold).count();
        long rechargesTold = recharges.stream().filter(this::told).count();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("wh", wh);
        figures.put("energyPaise", energy);
        figures.put("fixedPaise", fixed);
        figures.put("dutyPaise", duty);
        figures.put("rechargePaise", recharged);
        figures.put("balancePaise", balance);
        notices.forEach((rung, count) -> figures.put("notices." + rung, count));
        figures.put("sent", crossingsTold);
        figures.put("unreachable", crossings.size() - crossingsTold);
        figures.put("recharges.sent", rechargesTold);
        figures.put("recharges.unreachable", recharges.size() - rechargesTold);
        figures.put("outages.scheduled", onFeeder && alreadySupplied && verified ? 1 : 0);
        figures.put("outages.reminder", onFeeder && alreadySupplied && verified ? 1 : 0);
        figures.put("outages.started", onFeeder && alreadySupplied && (verified || visited) ? 1 : 0);
        figures.put("outages.restored", onFeeder && alreadySupplied && (verified || visited) ? 1 : 0);
        return figures;
    }

    /** What happens to a consumer not yet proven is kept for a day. */
    private boolean told(LocalDateTime event) {
        return verified || visited && event.plusDays(1).isAfter(VISIT);
    }

    /** That the balance is low is not told any more once it is recharged. */
    private boolean crossingTold(LocalDateTime crossing) {
        boolean rechargedBeforeVisit =
                recharges.stream().anyMatch(recharge -> recharge.isAfter(crossing) && recharge.isBefore(VISIT));
        return told(crossing) && (verified || crossing.isAfter(VISIT) || !rechargedBeforeVisit);
    }
}
