package in.sampark.platform.outbox;

import in.sampark.contract.Party;
import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import in.sampark.platform.serde.AvroSerde;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
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
                : Mono.fromSupplier(() -> announcements.stream()
                                .map(announcement -> announcement.addressed(service, serde))
                                .toList())
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(this::insert);
    }

    /** Adds dead letters; joins the caller's transaction. */
    public Mono<Void> addDeadLetters(List<DeadLetter> letters) {
        return letters.isEmpty()
                ? Mono.empty()
                : insert(letters.stream().map(DeadLetter::addressed).toList());
    }

    private Mono<Void> insert(List<Bundle.Addressed> records) {
        return Flux.fromIterable(Bundle.of(records))
                .concatMap(this::insert)
                .then(database.sql(RING).then());
    }

    private Mono<Void> insert(Bundle bundle) {
        return database.sql(INSERT)
                .bind("$1", bundle.topic())
                .bind("$2", bundle.state())
                .bind("$3", PackedRecords.pack(bundle.records()))
                .bind("$4", bundle.records().size())
                .bind("$5", first.contains(bundle.topic()))
                .then();
    }
}
