package in.sampark.platform.rotation;

/**
 * What is asked of the table of an encrypted column. A value is outdated when it does not begin with the first {@code :length} bytes
 * of {@code :mark}, or when the hash beside it was made with another key than {@code :hashKey}; only what has such a hash binds that.
 *
 * @param what table and column
 * @param count how many values are outdated
 * @param lock up to {@code :limit} rows with outdated values after the place {@code :after}, in the order of their places: place,
 *     context of the encryption, value. Rows that somebody is just changing are passed by: whoever changes a row writes it by the
 *     primary keys
 * @param save sets the {@code :values}, as hexadecimal digits, and {@code :hashes} at the {@code :places}
 */
public record ColumnStatements(String what, String count, String lock, String save) {

    /**
     * Those for a column without a hash.
     *
     * @param key the table's key, a text and the context of the encryption
     */
    public static ColumnStatements of(String table, String key, String column) {
        String outdated = "%1$s is not null and substring(%1$s for :length) <> :mark".formatted(column);
        return new ColumnStatements(
                table + "." + column,
                "select count(*) from %s where %s".formatted(table, outdated),
                """
                select %1$s, %1$s, %3$s from %2$s
                 where %1$s > :after and %4$s
                 order by %1$s limit :limit
                   for update skip locked
                """.formatted(key, table, column, outdated),
                """
                update %2$s held set %3$s = renewed.value
                  from unnest(:places::text[], :values::bytea[]) as renewed (place, value)
                 where held.%1$s = renewed.place
                """.formatted(key, table, column));
    }
}
