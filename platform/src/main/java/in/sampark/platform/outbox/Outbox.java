package in.sampark.platform.outbox;

import in.sampark.contract.Party;
import in.sampark.platform.database.Bytea;
import in.sampark.platform.serde.AvroSerde;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Announcements written in the transaction of the state they announce. Write them after the aggregate's row is locked: then their
 * order is the order of its changes, and stays so on the topic.
 */
public final class Outbox {

    /** The channel that rings when something was added. */
    static final String CHANNEL = "outbox";

    private static final String INSERT = """
            insert into outbox (topic, key, value, headers, state)
            select topic, decode(key, 'hex'), decode(value, 'hex'), string_to_array(headers, E'\\x1f'), state
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bool[])
                 with ordinality as r(topic, key, value, headers, state, position)
            order by position
            """;
    private static final String RING = "select pg_notify('" + CHANNEL + "', '')";
    private static final String SEPARATOR = "\u001f";

    private final DatabaseClient database;
    private final AvroSerde serde;
    private final Party service;

    Outbox(DatabaseClient database, AvroSerde serde, Party service) {
        this.database = database;
        this.serde = serde;
        this.service = service;
    }

    /**
     * Adds announcements in their order; joins the caller's transaction. Fails with {@link IllegalArgumentException} when one is on a
     * topic that this service does not write by the catalogue.
     */
    public Mono<Void> add(List<? extends Announcement<?>> announcements) {
        return announcements.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(announcements)
                        .map(announcement -> announcement.row(service, serde))
                        .collectList()
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(this::insert);
    }

    /** Adds dead letters; joins the caller's transaction. */
    public Mono<Void> addDeadLetters(List<DeadLetter> letters) {
        return letters.isEmpty()
                ? Mono.empty()
                : insert(letters.stream().map(DeadLetter::row).toList());
    }

    private Mono<Void> insert(List<OutboxRow> rows) {
        return database.sql(INSERT)
                .bind("$1", rows.stream().map(OutboxRow::topic).toArray(String[]::new))
                .bind("$2", Bytea.hex(rows.stream().map(OutboxRow::key)))
                .bind("$3", Bytea.hex(rows.stream().map(OutboxRow::value)))
                .bind("$4", rows.stream().map(Outbox::headers).toArray(String[]::new))
                .bind("$5", rows.stream().map(OutboxRow::state).toArray(Boolean[]::new))
                .then()
                .then(database.sql(RING).then());
    }

    private static @Nullable String headers(OutboxRow row) {
        String[] headers = row.headers();
        return headers == null ? null : String.join(SEPARATOR, headers);
    }
}
