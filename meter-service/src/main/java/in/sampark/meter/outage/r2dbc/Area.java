package in.sampark.meter.outage.r2dbc;

/** SQL about area paths. */
final class Area {

    private Area() {}

    /**
     * Whether a connection {@code c} lies in the area. The range is what an index by path in byte order can look up; 0 comes after the slash, and
     * the rest keeps out what merely sorts between.
     *
     * @param area an SQL expression
     */
    static String holdsConnection(String area) {
        return "c.area_path collate \"C\" >= %1$s and c.area_path collate \"C\" < %1$s || '0' and ".formatted(area)
                + holds(area, "c.area_path");
    }

    /** Whether the path is the area or below it; both SQL expressions. */
    static String holds(String area, String path) {
        return "starts_with(%s || '/', %s || '/')".formatted(path, area);
    }
}
