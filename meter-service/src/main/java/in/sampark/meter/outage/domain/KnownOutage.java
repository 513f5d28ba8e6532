package in.sampark.meter.outage.domain;

/**
 * An outage as it is known.
 *
 * @param last what was said of it last
 */
public record KnownOutage(Report last, Standing standing) {

    public String id() {
        return last.outageId();
    }

    public long revision() {
        return last.revision();
    }
}
