package in.sampark.simulator.feed.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A household's meter and what it counted. Its register is zero when its first day begins.
 *
 * @param id the meter's number in the file
 * @param connection the connection it measures
 * @param registersWh cumulative energy at the end of each day that has a row, in Wh; never empty
 */
public record Meter(String id, Connection connection, NavigableMap<LocalDate, Long> registersWh) {

    /**
     * @param id {@code <discom>:<account number>}
     */
    public record Connection(String id, String discom, String accountNo) {}

    private static final int DAYS_BETWEEN_RECHARGES = 25;
    private static final long RECHARGE_PAISE = 100_000;

    public Meter {
        if (registersWh.isEmpty()) {
            throw new IllegalArgumentException("registers of " + id + ": none (expected: at least one)");
        }
        registersWh = Collections.unmodifiableNavigableMap(registersWh);
    }

    /**
     * A meter that counted the energy of these days. A register is the exact sum so far, rounded half-up to the Wh, so
     * that rounding never accumulates.
     */
    static Meter counting(String id, Connection connection, SortedMap<LocalDate, BigDecimal> kwhByDay) {
        NavigableMap<LocalDate, Long> registers = new TreeMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (var energy : kwhByDay.entrySet()) {
            sum = sum.add(energy.getValue());
            registers.put(
                    energy.getKey(),
                    sum.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact());
        }
        return new Meter(id, connection, registers);
    }

    public LocalDate firstDay() {
        return registersWh.firstKey();
    }

    public LocalDate lastDay() {
        return registersWh.lastKey();
    }

    /** The register at the midnight that ends the day; none when the file has no row for it. */
    Optional<Register> registerOf(LocalDate day) {
        return Optional.ofNullable(registersWh.get(day)).map(wh -> new Register(this, India.endOf(day), wh));
    }

    /** The household recharges at noon of its first day and of every 25th day after it, up to its last. */
    Optional<Payment> paymentOf(LocalDate day) {
        boolean due = !day.isBefore(firstDay())
                && !day.isAfter(lastDay())
                && ChronoUnit.DAYS.between(firstDay(), day) % DAYS_BETWEEN_RECHARGES == 0;
        return due ? Optional.of(new Payment(this, India.at(day, LocalTime.NOON), RECHARGE_PAISE)) : Optional.empty();
    }
}
