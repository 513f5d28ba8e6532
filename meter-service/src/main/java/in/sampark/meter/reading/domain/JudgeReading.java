package in.sampark.meter.reading.domain;

import in.sampark.meter.balance.domain.Bookkeeping;
import in.sampark.meter.balance.domain.Change;
import in.sampark.meter.balance.domain.UsageShift;
import in.sampark.meter.reading.domain.Judgement.Doubted;
import in.sampark.meter.reading.domain.Judgement.Duplicate;
import in.sampark.meter.reading.domain.Judgement.Recorded;
import in.sampark.meter.reading.domain.Judgement.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a reading: duplicate, refused, doubted or recorded, in that order, so that a reading sent again stays a duplicate however old it has become.
 * Of two measured registers of one time the first stays and the other is doubted: nothing says which one is right.
 */
public final class JudgeReading {

    private static final List<Doubt> DOUBTS = List.of(
            new Doubt.Removed(),
            new Doubt.NotUnderstood(),
            new Doubt.Negative(),
            new Doubt.AboveMost(),
            new Doubt.Future(),
            new Doubt.OutsideSupply(),
            new Doubt.TooLate());

    private final Bookkeeping books;
    private final LimitsByDiscom limits;
    private final Duration lateness;
    private final Duration tolerance;
    private final long mostWh;

    /**
     * @param limits of what is believed of neighbouring registers
     * @param lateness how long after its time a reading is still believed
     * @param tolerance how far a meter's clock may be ahead
     * @param mostWh highest register that is believed, in watt-hours
     */
    public JudgeReading(Bookkeeping books, LimitsByDiscom limits, Duration lateness, Duration tolerance, long mostWh) {
        this.books = books;
        this.limits = limits;
        this.lateness = lateness;
        this.tolerance = tolerance;
        this.mostWh = mostWh;
    }

    /**
     * @param causedBy the reading's event
     * @param receivedAt when it came: too late is what came too late, whenever it is judged
     */
    public Judgement judge(
            Metered metered, Reading reading, @Nullable String causedBy, Instant receivedAt, Instant now) {
        Optional<Reading> there = metered.registers().at(reading.at()).filter(Reading::wasRead);
        if (metered.discarded().contains(reading) || isOnRecord(metered.registers(), there, reading))
            return new Duplicate();
        return refused(metered, reading, receivedAt)
                .or(() -> doubted(metered, there, reading))
                .orElseGet(() -> record(metered, reading, there.isPresent(), causedBy, now));
    }

    private Optional<Judgement> refused(Metered metered, Reading reading, Instant receivedAt) {
        Doubt.Window window = new Doubt.Window(receivedAt.minus(lateness), receivedAt.plus(tolerance));
        Doubt.Setting setting = new Doubt.Setting(metered.account().terms(), window, mostWh);
        for (Doubt doubt : DOUBTS) {
            Optional<String> reason = doubt.about(reading, setting);
            if (reason.isPresent()) return reason.map(Refused::new);
        }
        return Optional.empty();
    }

    private Optional<Judgement> doubted(Metered metered, Optional<Reading> there, Reading reading) {
        if (there.isPresent() && !givesWayTo(reading, there.get()))
            return Optional.of(new Doubted(
                    Reason.CONFLICT,
                    "registerWh: " + reading.wh() + " at " + reading.readAt() + " (expected: "
                            + there.get().wh() + ", as recorded before; the first one stays)"));
        for (Neighbours pair : neighbours(metered, reading)) {
            for (Discord rule : Discord.ALL) {
                Optional<Doubted> doubt = rule.between(pair);
                if (doubt.isPresent()) return doubt.map(Judgement.class::cast);
            }
        }
        return Optional.empty();
    }

    private List<Neighbours> neighbours(Metered metered, Reading reading) {
        Limits of = limits.of(metered.account().discom());
        long loadW = metered.account().terms().largestLoadW();
        Reading before = metered.registers().before(reading.at());
        Reading after = metered.registers().after(reading.at());
        List<Neighbours> pairs = new ArrayList<>(2);
        if (before != null) pairs.add(new Neighbours(before, reading, true, of, loadW));
        if (after != null) pairs.add(new Neighbours(reading, after, false, of, loadW));
        return pairs;
    }

    private Recorded record(
            Metered metered, Reading reading, boolean replacing, @Nullable String causedBy, Instant now) {
        List<UsageShift> shifts = metered.registers()
                .shiftsBy(reading, limits.of(metered.account().discom()));
        String cause = replacing
                ? reading.at() + " " + replacedBy(reading)
                : reading.at().toString();
        Change change = books.use(metered.account(), reading.register(), shifts, metered.days(), cause, causedBy, now);
        return new Recorded(reading, replacing, change, metered.after(reading, change));
    }

    /** Tells this replacement from all others of its time: a measured register comes once, a doubted one is released once. */
    private static String replacedBy(Reading reading) {
        return reading.quality() == Quality.RELEASED ? "released " + reading.wh() : "measured";
    }

    private static boolean isOnRecord(Registers known, Optional<Reading> there, Reading reading) {
        return there.filter(better -> isAsGood(better, reading)).isPresent()
                || known.at(Reading.behind(reading.at()))
                        .filter(opening -> isThatOpening(opening, reading))
                        .isPresent();
    }

    private static boolean isAsGood(Reading there, Reading reading) {
        if (reading.quality() == Quality.ESTIMATED)
            return there.quality() != Quality.ESTIMATED || there.wh() == reading.wh();
        return there.wh() == reading.wh() && there.quality() != Quality.ESTIMATED;
    }

    /** Where a new meter begins on the hour, its first register may come as a regular one too. */
    private static boolean isThatOpening(Reading opening, Reading reading) {
        return opening.opens()
                && !reading.closes()
                && opening.wh() == reading.wh()
                && !opening.namesAnotherMeterThan(reading);
    }

    private static boolean givesWayTo(Reading reading, Reading known) {
        return reading.quality() == Quality.RELEASED
                || (known.quality() == Quality.ESTIMATED && reading.quality() == Quality.MEASURED);
    }
}
