package in.sampark.meter.reading.domain;

import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.Register;
import in.sampark.meter.reading.domain.Judgement.Duplicate;
import in.sampark.meter.reading.domain.Judgement.Recorded;
import in.sampark.meter.reading.domain.Judgement.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Judges a reading: duplicate, refused or recorded, in that order, so that a reading sent again stays a duplicate however old it has become. Of two
 * readings of one time with different registers the first stays and the other is refused: nothing says which one is right.
 */
public final class JudgeReading {

    private static final List<Doubt> DOUBTS = List.of(
            new Doubt.Removed(),
            new Doubt.NotPrepaid(),
            new Doubt.Negative(),
            new Doubt.AboveMost(),
            new Doubt.Future(),
            new Doubt.OutsideSupply(),
            new Doubt.TooLate(),
            new Doubt.BelowPrevious(),
            new Doubt.AboveNext());

    private final Bookkeeping books;
    private final Duration lateness;
    private final Duration tolerance;
    private final long mostWh;

    /**
     * @param lateness how long after its time a reading is still believed
     * @param tolerance how far a meter's clock may be ahead
     * @param mostWh highest register that is believed, in watt-hours
     */
    public JudgeReading(Bookkeeping books, Duration lateness, Duration tolerance, long mostWh) {
        this.books = books;
        this.lateness = lateness;
        this.tolerance = tolerance;
        this.mostWh = mostWh;
    }

    /** @param causedBy the reading's event */
    public Judgement judge(Metered metered, Register reading, @Nullable String causedBy, Instant now) {
        OptionalLong known = metered.registers().at(reading.at());
        if (known.isPresent()) return knownAs(known.getAsLong(), reading);
        Doubt.Window window = new Doubt.Window(now.minus(lateness), now.plus(tolerance));
        Doubt.Setting setting = new Doubt.Setting(metered.account().terms(), metered.registers(), window, mostWh);
        return DOUBTS.stream()
                .map(doubt -> doubt.about(reading, setting))
                .flatMap(Optional::stream)
                .findFirst()
                .<Judgement>map(Refused::new)
                .orElseGet(() -> record(metered, reading, causedBy, now));
    }

    private Recorded record(Metered metered, Register reading, @Nullable String causedBy, Instant now) {
        Change change = books.use(
                metered.account(),
                reading,
                metered.registers().shiftsBy(reading),
                metered.days(),
                reading.at().toString(),
                causedBy,
                now);
        return new Recorded(reading, change, metered.after(reading, change));
    }

    private static Judgement knownAs(long wh, Register reading) {
        if (wh == reading.wh()) return new Duplicate();
        return new Refused("registerWh: " + reading.wh() + " at " + reading.at() + " (expected: " + wh
                + ", as recorded before; the first one stays)");
    }
}
