package in.sampark.notification.fanout.domain;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is not told though the event concerns them: every connection behind one of these assets.
 *
 * @param assets by level
 */
public record Spared(Map<Level, Set<String>> assets) {

    public static final Spared NOBODY = new Spared(Map.of());

    public Spared {
        assets = Map.copyOf(assets);
    }

    public static Spared of(Collection<Extent> extents) {
        var assets = new EnumMap<Level, Set<String>>(Level.class);
        extents.forEach(extent ->
                assets.computeIfAbsent(extent.level(), level -> new HashSet<>()).addAll(extent.assets()));
        return new Spared(assets);
    }

    /** Those of a level, in no order. */
    public List<String> of(Level level) {
        return List.copyOf(assets.getOrDefault(level, Set.of()));
    }
}
