package in.sampark.consumer.audit.r2dbc;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntries;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditQuestion;
import in.sampark.consumer.audit.NotedEntry;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Entries as rows of a table whose triggers refuse changes. */
public class R2dbcAuditEntries implements AuditEntries {

    private static final String ADD = """
            insert into audit_entry (at, address, subject, role, action, connection_id, area_path, detail)
            select :at, :address, *
              from unnest(:subjects::text[], :roles::text[], :actions::text[], :connections::text[], :areas::text[],
                   :details::text[])
            """;

    private static final String FIND = """
            select entry_id, at, address, subject, role, action, connection_id, area_path, detail
              from audit_entry
             where %s = :asked and entry_id < :before
               and (area_path = :area or starts_with(area_path, :area || '/') %s)
             order by entry_id desc
             limit :limit
            """;
    /** A connection's history goes with it: who administers it now has to answer for it. */
    private static final String MOVED_HERE = """
            or exists (select from connection c
                        where c.connection_id = :asked and starts_with(c.area_path || '/', :area || '/'))
            """;

    private static final String OF_CONNECTION = FIND.formatted("connection_id", MOVED_HERE);
    private static final String OF_ACTOR = FIND.formatted("subject", "");

    private static final String PRUNE = "select prune_audit(:olderThan, :atMost)";

    private final DatabaseClient database;

    public R2dbcAuditEntries(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Void> add(List<AuditEntry> entries, Instant at, @Nullable String address) {
        return database.sql(ADD)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("address", Parameters.in(R2dbcType.VARCHAR, address))
                .bind("subjects", texts(entries, entry -> entry.actor().subject()))
                .bind("roles", texts(entries, entry -> entry.actor().role()))
                .bind("actions", texts(entries, entry -> entry.action().name()))
                .bind("connections", texts(entries, AuditEntry::connectionId))
                .bind("areas", texts(entries, AuditEntry::areaPath))
                .bind("details", texts(entries, AuditEntry::detail))
                .then();
    }

    @Override
    public Flux<NotedEntry> find(AuditQuestion question, String areaPath, long before, int limit) {
        var asked = switch (question) {
            case AuditQuestion.OfConnection(String connectionId) ->
                database.sql(OF_CONNECTION).bind("asked", connectionId);
            case AuditQuestion.OfActor(String subject) -> database.sql(OF_ACTOR).bind("asked", subject);
        };
        return asked.bind("area", areaPath)
                .bind("before", before)
                .bind("limit", limit)
                .map(R2dbcAuditEntries::noted)
                .all();
    }

    @Override
    public Mono<Integer> prune(Instant olderThan, int atMost) {
        return database.sql(PRUNE)
                .bind("olderThan", olderThan.atOffset(ZoneOffset.UTC))
                .bind("atMost", atMost)
                .map(row -> Column.of(row, 0, Integer.class))
                .one();
    }

    private static NotedEntry noted(Readable row) {
        return new NotedEntry(
                Column.of(row, "entry_id", Long.class),
                new AuditEntry(
                        new Actor(text(row, "subject"), text(row, "role")),
                        AuditAction.valueOf(text(row, "action")),
                        row.get("connection_id", String.class),
                        text(row, "area_path"),
                        row.get("detail", String.class)),
                Column.of(row, "at", Instant.class),
                row.get("address", String.class));
    }

    private static String text(Readable row, String column) {
        return Column.of(row, column, String.class);
    }

    private static @Nullable String[] texts(List<AuditEntry> entries, Function<AuditEntry, @Nullable String> column) {
        return entries.stream().map(column).toArray(String[]::new);
    }
}
