package in.sampark.notification.fanout.domain;

import java.util.List;

/**
 * What an event concerns: every connection behind one of the assets.
 *
 * @param assets at least one; codes, or paths of areas
 */
public record Extent(Level level, List<String> assets) {

    /** Whether all of the other is named here too. */
    public boolean names(Extent other) {
        return level == other.level && assets.containsAll(other.assets);
    }

    public Extent {
        assets = List.copyOf(assets);
        if (assets.isEmpty()) {
            throw new IllegalArgumentException("assets: none (expected: at least one)");
        }
        if (assets.stream().anyMatch(asset -> asset.isBlank() || asset.chars().anyMatch(Character::isISOControl))) {
            throw new IllegalArgumentException("assets: " + assets + " (expected: printable codes or paths)");
        }
    }
}
