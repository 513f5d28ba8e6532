package in.sampark.campaign.worklist.domain;

/**
 * An area with all below it.
 *
 * @param path from the company down, e.g. {@code DVVNL/AGRA/MATHURA}
 */
public record Area(String path) {

    /** Company, zone, circle, division, sub-division. */
    public static final int LEVELS = 5;

    /** 1 for the company to {@value #LEVELS} for a sub-division, below which there are no areas. */
    public int level() {
        return (int) Math.min(LEVELS, path.chars().filter(c -> c == '/').count() + 1);
    }
}
