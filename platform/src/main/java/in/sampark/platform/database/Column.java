package in.sampark.platform.database;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/** Columns that are never null. */
public final class Column {

    private Column() {}

    /** The column's value. @throws IllegalStateException when it is null */
    public static <T> T of(Readable row, String name, Class<T> type) {
        return present(row.get(name, type), name);
    }

    /** The value of the column at the position, from 0. @throws IllegalStateException when it is null */
    public static <T> T of(Readable row, int position, Class<T> type) {
        return present(row.get(position, type), position);
    }

    private static <T> T present(@Nullable T value, Object column) {
        if (value == null) {
            throw new IllegalStateException("column " + column + ": null (expected: a value)");
        }
        return value;
    }
}
