package in.sampark.campaign.worklist.r2dbc;

import in.sampark.platform.messaging.Projected;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What topics say of keys, as one array a column for {@code unnest}. Of a key that is gone every column of its state is null. */
record News<T>(Collection<Projected<T>> words) {

    String[] keys() {
        return words.stream().map(Projected::key).toArray(String[]::new);
    }

    Long[] versions() {
        return words.stream().map(Projected::version).toArray(Long[]::new);
    }

    Long[] offsets() {
        return words.stream().map(Projected::offset).toArray(Long[]::new);
    }

    @Nullable
    String[] texts(Function<T, @Nullable String> column) {
        return states(column, String[]::new);
    }

    @Nullable
    Long[] numbers(Function<T, @Nullable Long> column) {
        return states(column, Long[]::new);
    }

    @Nullable
    LocalDate[] days(Function<T, @Nullable LocalDate> column) {
        return states(column, LocalDate[]::new);
    }

    @Nullable
    OffsetDateTime[] times(Function<T, @Nullable Instant> column) {
        return states(state -> time(column.apply(state)), OffsetDateTime[]::new);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private <V> @Nullable V[] states(Function<T, @Nullable V> column, IntFunction<@Nullable V[]> ofLength) {
        return words.stream()
                .map(word -> word.state() == null ? null : column.apply(word.state()))
                .toArray(ofLength);
    }
}
