package in.sampark.meter.reading.domain;

import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.UsageShift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

    /** By time. Nearly always there is one, so this is a list and no tree. */
    private final List<Reading> inOrder;

    private Registers(List<Reading> inOrder) {
        this.inOrder = inOrder;
    }

    /** Of several of one time the last counts. */
    public static Registers of(Collection<Reading> readings) {
        return new Registers(List.of()).with(readings);
    }

    /** These and one more, in place of one of the same time. */
    public Registers with(Reading reading) {
        return with(List.of(reading));
    }

    private Registers with(Collection<Reading> readings) {
        List<Reading> more = new ArrayList<>(inOrder.size() + readings.size());
        more.addAll(inOrder);
        for (Reading reading : readings) {
            int place = countBefore(more, reading.at());
            if (isAt(more, place, reading.at())) more.set(place, reading);
            else more.add(place, reading);
        }
        return new Registers(more);
    }

    public Optional<Reading> at(Instant time) {
        int place = countBefore(inOrder, time);
        return isAt(inOrder, place, time) ? Optional.of(inOrder.get(place)) : Optional.empty();
    }

    @Nullable
    Reading before(Instant time) {
        int place = countBefore(inOrder, time);
        return place == 0 ? null : inOrder.get(place - 1);
    }

    @Nullable
    Reading after(Instant time) {
        int place = countBefore(inOrder, time);
        int next = isAt(inOrder, place, time) ? place + 1 : place;
        return next == inOrder.size() ? null : inOrder.get(next);
    }

    /** How many are of an earlier time. */
    private static int countBefore(List<Reading> inOrder, Instant time) {
        int low = 0;
        int high = inOrder.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (inOrder.get(middle).at().isBefore(time)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static boolean isAt(List<Reading> inOrder, int place, Instant time) {
        return place < inOrder.size() && inOrder.get(place).at().equals(time);
    }

    /** The energy that moves when a register is put among these; nothing when it splits the energy of a single day. */
    List<UsageShift> shiftsBy(Reading reading, Limits limits) {
        if (countBefore(inOrder, reading.at()) == inOrder.size()) return usedBy(reading, limits);
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
}
