package in.sampark.platform.outbox;

import in.sampark.contract.Party;
import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.platform.serde.AvroSerde;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Announcements written in the transaction of the state they announce. Write them after the aggregate's row is locked: then their
 * order is the order of its changes, and stays so on the topic. Between topics there is none: some go first, see {@link Topics#FIRST}.
 */
public final class Outbox {

    /** The channel that rings when something was added. */
    static final String CHANNEL = "outbox";

    private static final String INSERT =
            "insert into outbox (topic, state, records, amount, first) values ($1, $2, $3, $4, $5)";
    private static final String RING = "select pg_notify('" + CHANNEL + "', '')";

    private final DatabaseClient database;
    private final AvroSerde serde;
    private final Party service;
    private final Set<String> first;

    /** @param first topics whose announcements are published before the others */
    Outbox(DatabaseClient database, AvroSerde serde, Party service, Set<Topic<?>> first) {
        this.database = database;
        this.serde = serde;
        this.service = service;
        this.first = first.stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Adds announcements in their order; joins the caller's transaction. Fails with {@link IllegalArgumentException} when one is on a
     * topic that this service does not write by the catalogue.
     */
    public Mono<Void> add(List<? extends Announcement<?>> announcements) {
        return announcements.isEmpty()
                ? Mono.empty()
                : insert(() -> announcements.stream()
                        .map(announcement -> announcement.addressed(service, serde))
                        .toList());
    }

    /** Adds dead letters; joins the caller's transaction. */
    public Mono<Void> addDeadLetters(List<DeadLetter> letters) {
        return letters.isEmpty()
                ? Mono.empty()
                : insert(() -> letters.stream().map(DeadLetter::addressed).toList());
    }

    /** Serialising and packing many takes a while, and is not done where the database's answers come in. */
    private Mono<Void> insert(Supplier<List<Bundle.Addressed>> records) {
        return Mono.fromSupplier(() ->
                        Bundle.of(records.get()).stream().map(PackedBundle::of).toList())
                .subscribeOn(Schedulers.boundedElastic())
                .flatMapIterable(Function.identity())
                .concatMap(this::insert)
                .then(database.sql(RING).then());
    }

    private Mono<Void> insert(PackedBundle bundle) {
        return database.sql(INSERT)
                .bind("$1", bundle.topic())
                .bind("$2", bundle.state())
                .bind("$3", bundle.records())
                .bind("$4", bundle.amount())
                .bind("$5", first.contains(bundle.topic()))
                .then();
    }
}
