package in.sampark.meter.supply.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The time that is left when everything is taken away in which nobody is cut off.
 *
 * @param closed what is taken away
 */
public record CutHours(List<NoCut> closed) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    /** Longer than any calendar leaves no opening that is known. */
    private static final int DAYS_AHEAD = 400;

    public CutHours {
        closed = List.copyOf(closed);
    }

    /** Whether somebody may be cut off at that time. */
    public boolean open(Instant at) {
        return open(at.atZone(ZONE).toLocalDateTime());
    }

    /** The first moment from a time on at which somebody may be cut off; empty when none is known. */
    public Optional<Instant> opening(Instant from) {
        return open(from) ? Optional.of(from) : edge(from, this::open);
    }

    /** When an opening ends that a time lies in. One without an end is closed after a while all the same, and opens again at once. */
    public Instant closing(Instant from) {
        return edge(from, local -> !open(local))
                .orElseGet(() -> midnight(day(from).plusDays(DAYS_AHEAD)));
    }

    /** Whether it is known of every day of a year whether it is a holiday, or does not matter. */
    boolean knows(int year) {
        return closed.stream().noneMatch(rule -> rule instanceof NoCut.Holidays holidays && !holidays.knows(year));
    }

    static Instant nextMidnight(Instant after) {
        return midnight(day(after).plusDays(1));
    }

    private boolean open(LocalDateTime local) {
        return closed.stream().noneMatch(rule -> rule.covers(local));
    }

    private Optional<Instant> edge(Instant after, Predicate<LocalDateTime> wanted) {
        LocalDateTime local = after.atZone(ZONE).toLocalDateTime();
        TreeSet<LocalTime> times = new TreeSet<>(List.of(LocalTime.MIDNIGHT));
        closed.forEach(rule -> times.addAll(rule.edges()));
        return Stream.iterate(local.toLocalDate(), day -> day.plusDays(1))
                .limit(DAYS_AHEAD)
                .flatMap(day -> times.stream().map(day::atTime))
                .filter(edge -> edge.isAfter(local) && wanted.test(edge))
                .findFirst()
                .map(edge -> edge.atZone(ZONE).toInstant());
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
