package in.sampark.consumer.connection.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection where it belongs.
 *
 * @param discrepancies what was said of its place and is not so by the network
 */
public record Placed(Connection connection, List<Discrepancy> discrepancies) {

    public Placed {
        discrepancies = List.copyOf(discrepancies);
    }

    /** A connection that nobody said to be elsewhere. */
    public static Placed asSaid(Connection connection) {
        return new Placed(connection, List.of());
    }

    /** The same, held in another name. */
    public Placed named(@Nullable ConsumerName name) {
        return new Placed(connection.named(name), discrepancies);
    }
}
