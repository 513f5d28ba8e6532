package in.sampark.platform.messaging;

import in.sampark.platform.database.Column;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Remembers the events a listener has handled, for those that have no natural key to recognise them by. */
public final class Inbox {

    /** Positions of records that were admitted and then refused: they are new again when they are replayed. */
    static final String AGAIN = Inbox.class.getName() + ".again";

    private static final String ADMIT = """
            insert into inbox (listener, event_id)
            select $1, e.event_id from unnest($2::text[]) as e(event_id)
            on conflict do nothing
            returning event_id
            """;

    private final DatabaseClient database;

    Inbox(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Handles each event the first time the listener sees it, and rejects nothing.
     *
     * @param eventId of a record
     * @param meaning of a record
     * @param handle joins the batch's transaction
     */
    public <T, M> BatchHandler<T> once(
            String listener,
            Function<T, String> eventId,
            Function<T, M> meaning,
            Function<List<M>, Mono<Void>> handle) {
        return batch -> firstTime(listener, batch, eventId)
                .flatMap(fresh -> handle.apply(
                        fresh.stream().map(Received::value).map(meaning).toList()))
                .thenReturn(List.of());
    }

    /**
     * The records of the batch that the listener sees for the first time, in order; of several with the same id the first. Joins
     * the caller's transaction: if that is rolled back, they are new again.
     */
    public <T> Mono<List<Received<T>>> firstTime(
            String listener, List<Received<T>> batch, Function<T, String> eventId) {
        Map<String, Received<T>> byId = new LinkedHashMap<>();
        batch.forEach(received -> byId.putIfAbsent(eventId.apply(received.value()), received));
        return Mono.deferContextual(context -> {
            Set<Position> again = context.hasKey(AGAIN) ? context.get(AGAIN) : Set.of();
            return admit(listener, byId, again);
        });
    }

    private <T> Mono<List<Received<T>>> admit(String listener, Map<String, Received<T>> byId, Set<Position> again) {
        return database.sql(ADMIT)
                .bind("$1", listener)
                .bind("$2", byId.keySet().toArray(String[]::new))
                .map(row -> Column.of(row, 0, String.class))
                .all()
                .collectList()
                .map(admitted -> {
                    Set<String> fresh = new HashSet<>(admitted);
                    return byId.entrySet().stream()
                            .filter(entry ->
                                    fresh.contains(entry.getKey()) || again.contains(position(entry.getValue())))
                            .map(Map.Entry::getValue)
                            .toList();
                });
    }

    private static Position position(Received<?> received) {
        return new Position(received.topic(), received.partition(), received.offset());
    }
}
