package in.sampark.meter.reading.domain;

import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.balance.domain.UsageShift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The registers of one connection around the readings being decided, the opening one included. Energy between two neighbours belongs to the
 * local day in which the later one falls, so a register that comes between two takes its part of the energy along.
 */
public final class Registers {

    private final NavigableMap<Instant, Long> whByTime;

    private Registers(NavigableMap<Instant, Long> whByTime) {
        this.whByTime = whByTime;
    }

    public static Registers of(Collection<Register> registers) {
        NavigableMap<Instant, Long> known = new TreeMap<>();
        registers.forEach(register -> known.put(register.at(), register.wh()));
        return new Registers(Collections.unmodifiableNavigableMap(known));
    }

    /** These and one more. */
    public Registers with(Register register) {
        NavigableMap<Instant, Long> more = new TreeMap<>(whByTime);
        more.put(register.at(), register.wh());
        return new Registers(Collections.unmodifiableNavigableMap(more));
    }

    public OptionalLong at(Instant time) {
        Long wh = whByTime.get(time);
        return wh == null ? OptionalLong.empty() : OptionalLong.of(wh);
    }

    @Nullable
    Register before(Instant time) {
        return register(whByTime.lowerEntry(time));
    }

    @Nullable
    Register after(Instant time) {
        return register(whByTime.higherEntry(time));
    }

    /** The energy that moves when a register is put among these; nothing when it splits the energy of a single day. */
    List<UsageShift> shiftsBy(Register register) {
        Register before = before(register.at());
        if (before == null) {
            throw new IllegalStateException("registers before " + register.at() + ": none (expected: the opening one)");
        }
        long wh = register.wh() - before.wh();
        LocalDate day = Midnight.dayClosedBy(register.at());
        Register after = after(register.at());
        if (after == null) return List.of(new UsageShift(day, wh));
        LocalDate later = Midnight.dayClosedBy(after.at());
        if (later.equals(day)) return List.of();
        return List.of(new UsageShift(day, wh), new UsageShift(later, -wh));
    }

    private static @Nullable Register register(Map.@Nullable Entry<Instant, Long> entry) {
        return entry == null ? null : new Register(entry.getKey(), entry.getValue());
    }
}
