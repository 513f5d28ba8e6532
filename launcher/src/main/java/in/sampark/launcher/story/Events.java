package in.sampark.launcher.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** What happens in the story, day by day. */
interface Events {

    /** Something that happens at a time. */
    record Event(Instant at, Runnable happens) {

        static Event at(LocalDate day, LocalTime time, Runnable happens) {
            return new Event(day.atTime(time).atZone(MeterStory.ZONE).toInstant(), happens);
        }
    }

    /** What belongs to the day, in any order; it may reach into the night after it. */
    List<Event> of(LocalDate day);
}
