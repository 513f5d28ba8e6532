package in.sampark.meter.supply.domain;

/**
 * How a connection's account stands at a time.
 *
 * @param discom code of the company
 * @param category tariff category
 * @param loadW sanctioned load in watts
 * @param supplied whether there is a supply at all, on or off
 * @param prepaid whether it pays in advance
 * @param availablePaise what is left; negative when owing
 */
public record Standing(
        String discom, String category, long loadW, boolean supplied, boolean prepaid, long availablePaise) {

    /** Whether prepaid rules apply. */
    public boolean charged() {
        return supplied && prepaid;
    }

    /** What is owed. */
    public long duesPaise() {
        return Math.max(0, Math.negateExact(availablePaise));
    }
}
