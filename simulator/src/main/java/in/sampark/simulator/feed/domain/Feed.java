package in.sampark.simulator.feed.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that can be fed.
 *
 * @param firstDay the first day that has a row
 * @param meters by first appearance in the file; only those with a row among the days taken
 */
public record Feed(LocalDate firstDay, List<Meter> meters) {

    private static final long FIRST_ACCOUNT_NO = 7_010_000_001L;

    public Feed {
        meters = List.copyOf(meters);
    }

    /**
     * Takes the first {@code days} calendar days of the rows, counted from the earliest of all meters. A meter's last
     * day is its last row within them. Its account number comes from its place in the whole file, so it is the same
     * however many days are taken.
     *
     * @param rows in the file's order; not empty, no two of the same meter and day
     */
    public static Feed of(List<DailyEnergy> rows, Days days, String discom) {
        LocalDate firstDay = rows.stream()
                .map(DailyEnergy::day)
                .min(LocalDate::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("rows: none (expected: at least one)"));
        Map<String, SortedMap<LocalDate, BigDecimal>> taken = new LinkedHashMap<>();
        for (DailyEnergy row : rows) {
            SortedMap<LocalDate, BigDecimal> ofMeter = taken.computeIfAbsent(row.meter(), _ -> new TreeMap<>());
            if (days.include(row.day(), firstDay)) {
                ofMeter.put(row.day(), row.kwh());
            }
        }
        return new Feed(firstDay, meters(taken, discom));
    }

    private static List<Meter> meters(Map<String, SortedMap<LocalDate, BigDecimal>> taken, String discom) {
        List<Meter> meters = new ArrayList<>();
        long accountNo = FIRST_ACCOUNT_NO;
        for (var energy : taken.entrySet()) {
            if (!energy.getValue().isEmpty()) {
                var connection = new Meter.Connection(discom + ":" + accountNo, discom, Long.toString(accountNo));
                meters.add(Meter.counting(energy.getKey(), connection, energy.getValue()));
            }
            accountNo++;
        }
        return meters;
    }

    /** The registers that close the day, one of every meter that has a row for it. */
    public List<Register> registersOf(LocalDate day) {
        return meters.stream()
                .map(meter -> meter.registerOf(day))
                .flatMap(Optional::stream)
                .toList();
    }

    public List<Payment> paymentsOf(LocalDate day) {
        return meters.stream()
                .map(meter -> meter.paymentOf(day))
                .flatMap(Optional::stream)
                .toList();
    }
}
