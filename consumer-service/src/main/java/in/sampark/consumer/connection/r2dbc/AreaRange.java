package in.sampark.consumer.connection.r2dbc;

/**
 * An area and all below it, as a range of paths that have a slash at their end, in the order of their bytes.
 *
 * @param from the first path of the area
 * @param below what comes after the last one: in that order a naught follows a slash
 */
record AreaRange(String from, String below) {

    static AreaRange of(String area) {
        return new AreaRange(area + "/", area + "0");
    }
}
