package in.sampark.meter.database;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A batch of rows turned into one array a column, as {@code unnest} takes them.
 *
 * @param rows in the order the arrays shall have
 */
public record Columns<T>(List<T> rows) {

    public static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(List.copyOf(rows));
    }

    public @Nullable String[] texts(Function<T, @Nullable String> value) {
        return array(value, String[]::new);
    }

    public @Nullable Long[] numbers(Function<T, @Nullable Long> value) {
        return array(value, Long[]::new);
    }

    public @Nullable Boolean[] flags(Function<T, @Nullable Boolean> value) {
        return array(value, Boolean[]::new);
    }

    public @Nullable LocalDate[] days(Function<T, @Nullable LocalDate> value) {
        return array(value, LocalDate[]::new);
    }

    public @Nullable OffsetDateTime[] times(Function<T, @Nullable Instant> value) {
        return array(row -> time(value.apply(row)), OffsetDateTime[]::new);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private <C> @Nullable C[] array(Function<T, @Nullable C> value, IntFunction<@Nullable C[]> ofLength) {
        @Nullable C[] column = ofLength.apply(rows.size());
        for (int row = 0; row < column.length; row++) {
            column[row] = value.apply(rows.get(row));
        }
        return column;
    }
}
