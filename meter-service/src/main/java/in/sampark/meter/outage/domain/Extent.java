package in.sampark.meter.outage.domain;

import java.util.List;

/**
 * What consumers hang on, all of one level.
 *
 * @param assets codes as in the canonical connection, area paths for an area
 */
public record Extent(Level level, List<String> assets) {

    public Extent {
        assets = List.copyOf(assets);
    }

    /** Whether all of the other is named here too. */
    boolean names(Extent other) {
        return level == other.level && assets.containsAll(other.assets);
    }
}
