package in.sampark.meter.yaml;

import in.sampark.platform.time.Written;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A value of a YAML file that knows its line and what it is called, so that a fault can be found. */
public record YamlValue(String file, String path, Node node) {

    private static final int MOST_DIGITS = 15;
    private static final BigDecimal MOST_RUPEES = BigDecimal.valueOf(1_000_000);

    /**
     * The file's root.
     *
     * @param file as faults shall show it
     * @param expected what the file should be, e.g. a tariff
     * @throws InvalidFileException when it is no YAML
     */
    public static YamlValue read(String file, Reader text, String expected) {
        return new YamlValue(file, "", YamlText.root(file, text, expected));
    }

    public YamlValue get(String key) {
        return find(key).orElseThrow(() -> fault("no " + key + " (expected: one)"));
    }

    public Optional<YamlValue> find(String key) {
        return Optional.ofNullable(map().get(key));
    }

    /** Refuses keys that mean nothing here. */
    public void onlyKeys(Set<String> expected) {
        map().forEach((key, value) -> {
            if (!expected.contains(key))
                throw value.fault("unknown key (expected: one of " + new TreeSet<>(expected) + ")");
        });
    }

    public List<YamlValue> list() {
        if (!(node instanceof SequenceNode sequence)) throw fault("not a list (expected: one)");
        List<YamlValue> values = new ArrayList<>();
        for (Node value : sequence.getValue()) {
            values.add(new YamlValue(file, path + "[" + values.size() + "]", value));
        }
        return values;
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar)) throw fault("not a plain value (expected: one)");
        if (scalar.getValue().isBlank()) throw fault("empty (expected: a value)");
        return scalar.getValue();
    }

    public BigDecimal number() {
        BigDecimal number;
        try {
            number = new BigDecimal(text());
        } catch (NumberFormatException e) {
            throw fault(text() + " (expected: a number)");
        }
        check(
                number.scale() <= MOST_DIGITS && (long) number.precision() - number.scale() <= MOST_DIGITS,
                "a number of at most " + MOST_DIGITS + " digits before the point, and after it");
        return number;
    }

    public BigDecimal notNegative() {
        BigDecimal number = number();
        check(number.signum() >= 0, ">= 0");
        return number;
    }

    /** Rupees, not negative, as paise; of no energy or load that is believed do they make more than can be counted. */
    public BigDecimal paise() {
        BigDecimal rupees = notNegative();
        check(rupees.compareTo(MOST_RUPEES) <= 0, "at most " + MOST_RUPEES + " rupees");
        return rupees.movePointRight(2);
    }

    /** Kilowatt-hours above zero, as watt-hours. */
    public long wh() {
        return thousandths("kWh > 0, to the watt-hour");
    }

    /** Kilowatts above zero, as watts. */
    public long watts() {
        return thousandths("kW > 0, to the watt");
    }

    public LocalDate day() {
        try {
            return Written.day(text());
        } catch (DateTimeException e) {
            throw fault(text() + " (expected: a day, e.g. 2026-04-01)");
        }
    }

    /** A time of day. */
    public LocalTime time() {
        try {
            return LocalTime.parse(text());
        } catch (DateTimeParseException e) {
            throw fault(text() + " (expected: a time of day, e.g. 18:00)");
        }
    }

    /** A whole number from {@code least} to {@code most}. */
    public int whole(int least, int most) {
        BigDecimal number = number();
        check(
                number.stripTrailingZeros().scale() <= 0
                        && number.compareTo(BigDecimal.valueOf(least)) >= 0
                        && number.compareTo(BigDecimal.valueOf(most)) <= 0,
                "a whole number from " + least + " to " + most);
        return number.intValueExact();
    }

    /** One of an enum's names. */
    public <E extends Enum<E>> E oneOf(Class<E> names) {
        return Arrays.stream(names.getEnumConstants())
                .filter(one -> one.name().equals(text()))
                .findAny()
                .orElseThrow(
                        () -> fault(text() + " (expected: one of " + Arrays.toString(names.getEnumConstants()) + ")"));
    }

    public boolean flag() {
        check(text().equals("true") || text().equals("false"), "true or false");
        return text().equals("true");
    }

    /** A list's entries by the day each is effective from. */
    public NavigableMap<LocalDate, YamlValue> byDay() {
        NavigableMap<LocalDate, YamlValue> entries = new TreeMap<>();
        for (YamlValue entry : list()) {
            YamlValue from = entry.get("effective-from");
            from.check(entries.isEmpty() || from.day().isAfter(entries.lastKey()), "after the one before");
            entries.put(from.day(), entry);
        }
        return entries;
    }

    public void check(boolean holds, String expected) {
        if (!holds) throw fault((node instanceof ScalarNode ? text() + " " : "") + "(expected: " + expected + ")");
    }

    /** What is built from this value; if it cannot be, the reason is a fault here. */
    public <T> T built(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw fault(String.valueOf(e.getMessage()));
        }
    }

    public InvalidFileException fault(String fault) {
        int line = node.getStartMark().getLine() + 1;
        return new InvalidFileException(file + " line " + line + ": " + (path.isEmpty() ? "" : path + ": ") + fault);
    }

    private long thousandths(String expected) {
        BigDecimal thousandths = number().movePointRight(3).stripTrailingZeros();
        check(
                thousandths.signum() > 0
                        && thousandths.scale() <= 0
                        && thousandths.precision() - thousandths.scale() <= MOST_DIGITS,
                expected);
        return thousandths.longValueExact();
    }

    private Map<String, YamlValue> map() {
        if (!(node instanceof MappingNode mapping)) throw fault("not a map (expected: one)");
        Map<String, YamlValue> values = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = new YamlValue(file, path, entry.getKeyNode()).text();
            YamlValue value = new YamlValue(file, path.isEmpty() ? key : path + "." + key, entry.getValueNode());
            if (values.put(key, value) != null) throw value.fault("twice (expected: once)");
        }
        return values;
    }
}
