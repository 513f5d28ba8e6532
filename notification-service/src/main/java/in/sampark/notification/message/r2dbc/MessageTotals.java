package in.sampark.notification.message.r2dbc;

import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.platform.database.Column;
import in.sampark.platform.security.Caller;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** How many messages are in which state. */
public class MessageTotals {

    /** The ids of a time are a range of the primary key; a message is counted where its first connection lies. */
    private static final String TOTALS = """
            select case when $6 then date_trunc('hour', m.due_at, 'Asia/Kolkata') end as hour,
                   case when $7 then m.kind end as kind,
                   case when $8 then coalesce(c.area_path, m.discom) end as area_path,
                   m.state, count(*) as messages
            from messages m
            left join connections c on c.connection_id = m.connection_ids[1]
            where m.message_id >= $1 and m.message_id < $2 and m.discom = $3
              and ($4 = $3 or c.area_path = $4 or starts_with(c.area_path, $4 || '/'))
              and ($5::text is null or m.kind = $5)
            group by 1, 2, 3, 4 order by 1, 2, 3, 4
            """;

    private static final String PLANNED = """
            select case when $4 then hour end as hour, case when $5 then kind end as kind, null::text as area_path,
                   'PLANNED_IN_ALL' as state, sum(amount)::bigint as messages
            from planned
            where hour >= $1 and hour < $2 and discom = $3 and ($6::text is null or kind = $6)
            group by 1, 2 order by 1, 2
            """;

    /**
     * Some messages.
     *
     * @param hour in which what they tell happened; null when it is not told apart, as the next two
     * @param areaPath where they were told
     * @param state MessageState, or PLANNED_IN_ALL
     */
    public record Total(
            @Nullable Instant hour,
            @Nullable String kind,
            @Nullable String areaPath,
            String state,
            long messages) {}

    /** What is told apart. */
    public record Apart(boolean hours, boolean kinds, boolean areas) {}

    /** Of what happened in a time, in an area, of a kind; null for every kind. */
    public record Asked(
            Instant from, Instant to, String area, @Nullable String kind, Apart apart) {}

    private final DatabaseClient database;

    public MessageTotals(DatabaseClient database) {
        this.database = database;
    }

    /** By state; and of a whole company, unless areas are told apart, how many were planned in all. */
    public Flux<Total> of(Asked asked, Caller caller) {
        Flux<Total> states = database.sql(TOTALS)
                .bind("$1", NamedUuid.earliest(asked.from()))
                .bind("$2", NamedUuid.earliest(asked.to()))
                .bind("$3", caller.discom())
                .bind("$4", asked.area())
                .bind("$5", Parameters.in(R2dbcType.VARCHAR, asked.kind()))
                .bind("$6", asked.apart().hours())
                .bind("$7", asked.apart().kinds())
                .bind("$8", asked.apart().areas())
                .map(MessageTotals::total)
                .all();
        boolean whole = asked.area().equals(caller.discom()) && !asked.apart().areas();
        return whole ? states.concatWith(planned(asked, caller)) : states;
    }

    private Flux<Total> planned(Asked asked, Caller caller) {
        return database.sql(PLANNED)
                .bind("$1", asked.from().atOffset(ZoneOffset.UTC))
                .bind("$2", asked.to().atOffset(ZoneOffset.UTC))
                .bind("$3", caller.discom())
                .bind("$4", asked.apart().hours())
                .bind("$5", asked.apart().kinds())
                .bind("$6", Parameters.in(R2dbcType.VARCHAR, asked.kind()))
                .map(MessageTotals::total)
                .all();
    }

    private static Total total(Readable row) {
        return new Total(
                row.get("hour", Instant.class),
                row.get("kind", String.class),
                row.get("area_path", String.class),
                Column.of(row, "state", String.class),
                Column.of(row, "messages", Long.class));
    }
}
