package in.sampark.meter.reading.domain;

import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.balance.domain.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** A rule a reading may fall foul of whatever other registers say. It answers with the value and what was expected, or with nothing. */
interface Doubt {

    /**
     * What a reading is judged by.
     *
     * @param terms of its connection
     * @param window times it may lie in
     * @param mostWh highest register believed, in watt-hours
     */
    record Setting(Terms terms, Window window, long mostWh) {}

    /**
     * @param from earliest time believed
     * @param to latest time believed
     */
    record Window(Instant from, Instant to) {}

    Optional<String> about(Reading reading, Setting setting);

    /** What a later contract may say of a reading is not guessed. */
    record NotUnderstood() implements Doubt {
        @Override
        public Optional<String> about(Reading reading, Setting setting) {
            return when(
                    reading.moment() == Moment.UNKNOWN || reading.quality() == Quality.UNKNOWN,
                    () -> "moment and quality: " + reading.moment() + ", " + reading.quality()
                            + " (expected: REGULAR, CLOSING or OPENING, and MEASURED or ESTIMATED)");
        }
    }

    /** A cumulative register is never negative. */
    record Negative() implements Doubt {
        @Override
        public Optional<String> about(Reading reading, Setting setting) {
            return when(reading.wh() < 0, () -> "registerWh: " + reading.wh() + " (expected: >= 0)");
        }
    }

    /** No meter has counted as much as this: the register is garbled, and sums with it might not fit. */
    record AboveMost() implements Doubt {
        @Override
        public Optional<String> about(Reading reading, Setting setting) {
            return when(
                    reading.wh() > setting.mostWh(),
                    () -> "registerWh: " + reading.wh() + " (expected: <= " + setting.mostWh() + ")");
        }
    }

    /** A register cannot have been read in the future. */
    record Future() implements Doubt {
        @Override
        public Optional<String> about(Reading reading, Setting setting) {
            Instant to = setting.window().to();
            return when(
                    reading.at().isAfter(to), () -> "registerAt: " + reading.at() + " (expected: at most " + to + ")");
        }
    }

    /** Beyond the lateness window the registers around it may be gone. */
    record TooLate() implements Doubt {
        @Override
        public Optional<String> about(Reading reading, Setting setting) {
            Instant from = setting.window().from();
            return when(
                    reading.at().isBefore(from),
                    () -> "registerAt: " + reading.at() + " (expected: at least " + from + ")");
        }
    }

    /** A connection that exists no longer uses nothing. */
    record Removed() implements Doubt {
        @Override
        public Optional<String> about(Reading reading, Setting setting) {
            return when(setting.terms().removed(), () -> "connection: removed (expected: one that exists)");
        }
    }

    /** Energy is used between the first and the last day of supply; where it begins to be used, a meter shows what it counts from. */
    record OutsideSupply() implements Doubt {
        @Override
        public Optional<String> about(Reading reading, Setting setting) {
            Terms terms = setting.terms();
            LocalDate day = Midnight.dayClosedBy(reading.at());
            String to = terms.supplyTo() == null ? "" : " to " + terms.supplyTo();
            return when(
                    !terms.supplied(day) && !begins(reading, terms),
                    () -> "registerAt: " + reading.at() + ", which closes " + day
                            + " (expected: a day of the supply period, " + terms.supplyFrom() + to + ")");
        }

        private static boolean begins(Reading reading, Terms terms) {
            return !reading.closes() && reading.at().equals(Midnight.starting(terms.supplyFrom()));
        }
    }

    private static Optional<String> when(boolean doubtful, Supplier<String> reason) {
        return doubtful ? Optional.of(reason.get()) : Optional.empty();
    }
}
