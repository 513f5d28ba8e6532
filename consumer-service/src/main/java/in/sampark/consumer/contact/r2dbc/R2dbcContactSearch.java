package in.sampark.consumer.contact.r2dbc;

import static java.util.stream.Collectors.toMap;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.ContactSearch;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.contact.domain.SharedNumber;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.database.Column;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Looks numbers up by their keyed hash. */
public class R2dbcContactSearch implements ContactSearch {

    private static final String SHARES = """
            select number_hash, count(*) as connections from contact_number
             where number_hash = any(:hashes) and connection_id like :company
             group by number_hash
            """;

    /** Which numbers are shared is answered by an index alone; only they are looked at further. */
    private static final String SHARED = """
            select s.number_hash, s.connections, w.within, w.number
              from (select number_hash, count(*) as connections from contact_number
                     where number_hash > :after and connection_id like :company
                     group by number_hash having count(*) > :threshold
                     order by number_hash) s
              cross join lateral (
                    select array_agg(connection_id order by connection_id) as within,
                           (array_agg(number order by connection_id))[1] as number
                      from (select connection_id, number
                              from contact_number join connection using (connection_id)
                             where number_hash = s.number_hash and connection_id like :company
                               and (area_path = :area or starts_with(area_path, :area || '/'))
                             order by connection_id limit 50) first) w
             where w.within is not null
             order by s.number_hash
             limit :limit
            """;

    private static final String PROVEN_BEFORE = """
            select distinct connection_id from (
                   select connection_id from contact_number
                    where verified_at < :before and doubt_reason is null
                    order by verified_at limit :limit) as aged
            """;

    private static final String HOLDING = """
            select distinct connection_id from contact_number join connection using (connection_id)
             where number_hash = any(:hashes) and (area_path = :area or starts_with(area_path, :area || '/'))
            """;

    private final DatabaseClient database;
    private final FieldCipher cipher;
    private final KeyedHash hash;

    public R2dbcContactSearch(DatabaseClient database, FieldCipher cipher, KeyedHash hash) {
        this.database = database;
        this.cipher = cipher;
        this.hash = hash;
    }

    @Override
    public Mono<Map<MobileNumber, Long>> shares(Collection<MobileNumber> numbers, String discom) {
        return database.sql(SHARES)
                .bind("hashes", hashes(numbers))
                .bind("company", company(discom))
                .map(row -> Map.entry(
                        Column.of(row, "number_hash", String.class), Column.of(row, "connections", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(counts -> numbers.stream()
                        .collect(toMap(Function.identity(), one -> connections(one, counts), (a, b) -> a)));
    }

    private long connections(MobileNumber number, Map<String, Long> byHash) {
        return hash.all(number.e164()).stream()
                .mapToLong(one -> byHash.getOrDefault(one, 0L))
                .sum();
    }

    @Override
    public Mono<List<SharedNumber>> shared(
            String discom, String areaPath, int threshold, @Nullable String after, int limit) {
        return database.sql(SHARED)
                .bind("after", Optional.ofNullable(after).orElse(""))
                .bind("company", company(discom))
                .bind("threshold", threshold)
                .bind("area", areaPath)
                .bind("limit", limit)
                .map(this::sharedNumber)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<ConnectionId>> provenBefore(Instant before, int limit) {
        return database.sql(PROVEN_BEFORE)
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("limit", limit)
                .map(R2dbcContactSearch::id)
                .all()
                .collectList();
    }

    @Override
    public Mono<List<ConnectionId>> holding(Collection<MobileNumber> numbers, String areaPath) {
        return database.sql(HOLDING)
                .bind("hashes", hashes(numbers))
                .bind("area", areaPath)
                .map(R2dbcContactSearch::id)
                .all()
                .collectList();
    }

    private SharedNumber sharedNumber(Readable row) {
        List<ConnectionId> within = Arrays.stream(Column.of(row, "within", String[].class))
                .map(ConnectionId::of)
                .toList();
        String number = cipher.decrypt(
                Column.of(row, "number", byte[].class), within.getFirst().toString());
        return new SharedNumber(
                new MobileNumber(number),
                Column.of(row, "number_hash", String.class),
                Column.of(row, "connections", Long.class),
                within);
    }

    private static ConnectionId id(Readable row) {
        return ConnectionId.of(Column.of(row, "connection_id", String.class));
    }

    /** By all keys: what is on record may wait to be brought to the primary one. */
    private String[] hashes(Collection<MobileNumber> numbers) {
        return numbers.stream().flatMap(one -> hash.all(one.e164()).stream()).toArray(String[]::new);
    }

    /** Numbers are compared within a company only: what another one knows is none of its business. */
    private static String company(String discom) {
        return discom + ":%";
    }
}
