package in.sampark.meter.reading;

import java.time.LocalDate;
import java.util.SortedSet;
import reactor.core.publisher.Mono;

/** The partitions of readings: one a local day, and one for what lies on a day without one. */
public interface ReadingDays {

    /** The days that have a partition. */
    Mono<SortedSet<LocalDate>> present();

    /** Some day without a partition that has readings; empty when there is none. */
    Mono<LocalDate> stray();

    /** Gives a day its partition, and into it what there is of the day. Joins the caller's transaction. */
    Mono<Void> add(LocalDate day);

    /** Drops a day's partition with all that is in it. */
    Mono<Void> drop(LocalDate day);

    /** Deletes the readings of days without a partition up to and including a day. */
    Mono<Void> deleteStrays(LocalDate through);
}
