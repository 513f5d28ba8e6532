package in.sampark.meter.reading.domain;

import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.UsageShift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The registers of one connection around the readings being decided, the opening one included. Energy between two neighbours belongs to the
 * local day in which the later one falls, so a register that comes between two takes its part of the energy along.
 */
public final class Registers {

    private final NavigableMap<Instant, Reading> byTime;

    private Registers(NavigableMap<Instant, Reading> byTime) {
        this.byTime = Collections.unmodifiableNavigableMap(byTime);
    }

    /** Of several of one time the last counts. */
    public static Registers of(Collection<Reading> readings) {
        NavigableMap<Instant, Reading> known = new TreeMap<>();
        readings.forEach(reading -> known.put(reading.at(), reading));
        return new Registers(known);
    }

    /** These and one more, in place of one of the same time. */
    public Registers with(Reading reading) {
        NavigableMap<Instant, Reading> more = new TreeMap<>(byTime);
        more.put(reading.at(), reading);
        return new Registers(more);
    }

    public Optional<Reading> at(Instant time) {
        return Optional.ofNullable(byTime.get(time));
    }

    @Nullable
    Reading before(Instant time) {
        return reading(byTime.lowerEntry(time));
    }

    @Nullable
    Reading after(Instant time) {
        return reading(byTime.higherEntry(time));
    }

    /** The energy that moves when a register is put among these; nothing when it splits the energy of a single day. */
    List<UsageShift> shiftsBy(Reading reading, Limits limits) {
        if (byTime.isEmpty() || reading.at().isAfter(byTime.lastKey())) return usedBy(reading, limits);
        SortedMap<LocalDate, Long> moved = new TreeMap<>();
        with(reading).count(reading.at(), limits, 1, moved);
        count(reading.at(), limits, -1, moved);
        return moved.entrySet().stream()
                .filter(day -> day.getValue() != 0)
                .map(day -> new UsageShift(day.getKey(), day.getValue()))
                .toList();
    }

    /** What a reading in order brings, most are. */
    private List<UsageShift> usedBy(Reading latest, Limits limits) {
        long wh = energyInto(latest, limits);
        return wh == 0 ? List.of() : List.of(new UsageShift(Midnight.dayClosedBy(latest.at()), wh));
    }

    /** Adds, or takes away, the energy that ends in the register of a time and in the one after it. */
    private void count(Instant time, Limits limits, int sign, Map<LocalDate, Long> wh) {
        Stream.of(at(time), Optional.ofNullable(after(time)))
                .flatMap(Optional::stream)
                .forEach(later -> wh.merge(
                        Midnight.dayClosedBy(later.at()),
                        Math.multiplyExact(sign, energyInto(later, limits)),
                        Math::addExact));
    }

    private long energyInto(Reading later, Limits limits) {
        Reading earlier = before(later.at());
        return earlier == null ? 0 : limits.energyWh(earlier, later);
    }

    private static @Nullable Reading reading(Map.@Nullable Entry<Instant, Reading> entry) {
        return entry == null ? null : entry.getValue();
    }
}
