package in.sampark.notification.fanout.r2dbc;

import in.sampark.notification.fanout.domain.Cursor;
import in.sampark.notification.fanout.domain.Extent;
import in.sampark.notification.fanout.domain.FanOut;
import in.sampark.notification.fanout.domain.Level;
import in.sampark.notification.fanout.domain.Supplied;
import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.Standing;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The connections behind assets, with their contacts: asset by asset, within an asset in the order of their ids. */
public class SuppliedConnections {

    private static final String CODES = """
            with ranges as (
              select distinct asset as low, asset as high from unnest($2::text[]) as n(asset)
            ),
            """;

    /** An area, and all below it: no path has a character after the last one there is. Of an area within another nothing is left to say. */
    private static final String AREAS = """
            with named as (
              select distinct asset from unnest($2::text[]) as n(asset)
            ), ranges as (
              select r.low collate "C" as low, r.high collate "C" as high
              from named n, lateral (values (asset, asset), (asset || '/', asset || '/' || chr(1114111))) as r(low, high)
              where not exists (select from named above where starts_with(n.asset, above.asset || '/'))
            ),
            """;

    /** Whether a connection {@code c} is spared, which may have no transformer. */
    private static final String SPARED = """
            coalesce(c.substation = any($6) or c.feeder_code = any($7) or c.dt_code = any($8)
                     or exists (select from unnest($9::text[]) as s(path)
                                where c.area_path = s.path or starts_with(c.area_path, s.path || '/')), false)
            """;

    /** The connections {@code c} that the holder of the number {@code k} may be told of. */
    private static final String OF_NUMBER = """
            select c.*
            from (select connection_id from contacts
                  where number_hash = k.number_hash and standing = 'VERIFIED' and known offset 0) o
            cross join lateral (
              select * from connections c
              where connection_id = o.connection_id and discom = $1 and not removed and not %2$s offset 0) c
            """;

    /**
     * A page is a range of an index; ranges have nothing in common, so that of several the next begins where one ends. Of a person the first
     * connection stands for all: it alone has the others at its side, which are found by the number. Most people have no others, which is
     * asked first. The fences, {@code offset 0}, keep the planner to that way: without statistics, just after a million contacts came, it would
     * compare all with all.
     */
    private static final String PAGE = """
            page as (
              select c.place, c.connection_id
              from (select * from ranges where high >= $3 order by low) r
              cross join lateral (
                select %1$s as place, connection_id from connections c
                where discom = $1 and not removed and %1$s <= r.high
                  and (%1$s, connection_id) > (greatest($3, r.low), case when $3 >= r.low then $4 else '' end)
                  and not %2$s
                order by %1$s, connection_id limit $5) c
              limit $5
            )
            select p.place, p.connection_id, k.standing, k.number_hash, k.masked_number, k.language,
                   case
                     when k.standing is distinct from 'VERIFIED' then null
                     when not exists (select from contacts o
                                      where o.number_hash = k.number_hash and o.connection_id <> k.connection_id
                                        and o.standing = 'VERIFIED' and o.known offset 0) then array[p.connection_id]
                     else (select case when bool_and((c.%1$s, c.connection_id) >= (p.place, p.connection_id))
                                    then array_agg(c.connection_id order by c.connection_id) end
                           from (%3$s) c
                           where c.connection_id = p.connection_id
                              or exists (select from ranges r where c.%1$s >= r.low and c.%1$s <= r.high)) end as together
            from page p
            left join contacts k on k.connection_id = p.connection_id and k.known
            order by p.place, p.connection_id
            """;

    private static final String OF_AREAS = AREAS + page("area_path");
    private static final String OF_SUBSTATIONS = CODES + page("substation");
    private static final String OF_FEEDERS = CODES + page("feeder_code");
    private static final String OF_DTS = CODES + page("dt_code");

    private final DatabaseClient database;

    public SuppliedConnections(DatabaseClient database) {
        this.database = database;
    }

    /** The next connections a fan-out concerns, those behind the cursor, as they are now; fewer than {@code limit} at the end. */
    public Mono<List<Supplied>> next(FanOut fanOut, Cursor cursor, int limit) {
        Extent extent = fanOut.extent();
        return database.sql(page(extent.level()))
                .bind("$1", fanOut.discom())
                .bind("$2", extent.assets().toArray(String[]::new))
                .bind("$3", cursor.place())
                .bind("$4", cursor.connectionId())
                .bind("$5", limit)
                .bind("$6", spared(fanOut, Level.SUBSTATION))
                .bind("$7", spared(fanOut, Level.FEEDER))
                .bind("$8", spared(fanOut, Level.DT))
                .bind("$9", spared(fanOut, Level.AREA))
                .map(SuppliedConnections::supplied)
                .all()
                .collectList();
    }

    private static String page(String place) {
        return PAGE.formatted(place, SPARED, OF_NUMBER.formatted(place, SPARED));
    }

    private static String[] spared(FanOut fanOut, Level level) {
        return fanOut.spared().of(level).toArray(String[]::new);
    }

    private static String page(Level level) {
        return switch (level) {
            case AREA -> OF_AREAS;
            case SUBSTATION -> OF_SUBSTATIONS;
            case FEEDER -> OF_FEEDERS;
            case DT -> OF_DTS;
        };
    }

    private static Supplied supplied(Readable row) {
        String connectionId = Column.of(row, "connection_id", String.class);
        String[] together = row.get("together", String[].class);
        return new Supplied(
                new Cursor(Column.of(row, "place", String.class), connectionId),
                contact(row, connectionId),
                together == null ? List.of() : List.of(together));
    }

    private static @Nullable Contact contact(Readable row, String connectionId) {
        String standing = row.get("standing", String.class);
        return standing == null
                ? null
                : new Contact(
                        connectionId,
                        Standing.valueOf(standing),
                        row.get("number_hash", String.class),
                        row.get("masked_number", String.class),
                        Column.of(row, "language", String.class));
    }
}
