package in.sampark.meter;

import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A household of Mathura with its real readings.
 *
 * @param meter its id in the file
 * @param registers one at the midnight that ends each day of the file, in order
 */
public record Household(String meter, List<Register> registers) {

    private static final Path FILE = Path.of("..", "data", "meters", "ceew-mathura-daily.csv");

    /** All 38 with their rows before a day, by their ids. */
    public static List<Household> allBefore(LocalDate end) {
        Map<String, BigDecimal> sums = new HashMap<>();
        Map<String, List<Register>> registers = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(FILE)) {
            lines.skip(1).map(line -> line.split(",", -1)).forEach(row -> {
                LocalDate day = LocalDate.parse(row[1]);
                if (!day.isBefore(end)) return;
                BigDecimal sum = sums.merge(row[0], new BigDecimal(row[2]), BigDecimal::add);
                registers.computeIfAbsent(row[0], _ -> new ArrayList<>()).add(register(day, sum));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return registers.entrySet().stream()
                .map(entry -> new Household(entry.getKey(), entry.getValue()))
                .toList();
    }

    public LocalDate firstDay() {
        return Midnight.dayClosedBy(registers.getFirst().at());
    }

    public LocalDate lastDay() {
        return Midnight.dayClosedBy(registers.getLast().at());
    }

    /** When each recharge is paid: at noon of every 25th day. */
    public List<Instant> recharges() {
        return firstDay()
                .datesUntil(lastDay().plusDays(1), Period.ofDays(25))
                .map(day -> Midnight.starting(day).plus(Duration.ofHours(12)))
                .toList();
    }

    private static Register register(LocalDate day, BigDecimal kwh) {
        long wh = kwh.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return new Register(Midnight.ending(day), wh);
    }
}
