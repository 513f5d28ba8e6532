package in.sampark.launcher.story;

import java.time.LocalDate;

/** What happens between the steps of the story, while everything has settled. */
@FunctionalInterface
public interface Interlude {

    /** Nothing. */
    Interlude NONE = (day, step) -> {};

    /** What is fed next. */
    enum Step {
        /** The day's recharges, at its noon. */
        RECHARGES,
        /** The day's registers, at the midnight that ends it. */
        REGISTERS
    }

    /** Called before each step; the step begins when it returns. */
    void before(LocalDate day, Step step);
}
