package in.sampark.consumer.search;

import in.sampark.consumer.connection.Place;
import in.sampark.consumer.connection.domain.RecordedConnection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of connections that all clues fit.
 *
 * @param next after which place there may be more; null when these are all
 */
public record Found(
        List<RecordedConnection> connections, @Nullable Place next) {

    public Found {
        connections = List.copyOf(connections);
    }

    static Found nothingYet(Place after) {
        return new Found(List.of(), after);
    }

    /**
     * With those of the candidates that fit, as far as there is room.
     *
     * @param candidates what comes after the place reached so far
     * @param last whether there are no more of them
     */
    Found with(List<RecordedConnection> candidates, boolean last, Clues clues, int atMost) {
        List<RecordedConnection> fitting = new ArrayList<>(connections);
        for (RecordedConnection candidate : candidates) {
            if (fitting.size() == atMost) {
                return new Found(fitting, Place.of(fitting.getLast().connection()));
            }
            if (clues.fit(candidate.connection())) {
                fitting.add(candidate);
            }
        }
        return new Found(fitting, last ? null : Place.of(candidates.getLast().connection()));
    }
}
