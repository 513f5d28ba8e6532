package in.sampark.consumer.network.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a node is: of the area tree, or of the network that supplies. */
public enum NodeKind {
    ZONE(null),
    CIRCLE(ZONE),
    DIVISION(CIRCLE),
    SUB_DIVISION(DIVISION),
    SUBSTATION(null),
    FEEDER(SUBSTATION),
    DT(FEEDER);

    private final Optional<NodeKind> parent;

    NodeKind(@Nullable NodeKind parent) {
        this.parent = Optional.ofNullable(parent);
    }

    /** What it hangs on; nothing at the top of a tree. */
    public Optional<NodeKind> parent() {
        return parent;
    }

    /** As lists have it, e.g. sub_division. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that title, however it is capitalised. */
    public static Optional<NodeKind> titled(String title) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(title))
                .findAny();
    }
}
