package in.sampark.notification.recipient.r2dbc;

import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.ContactState;
import in.sampark.notification.recipient.domain.ContactState.KeptNumber;
import in.sampark.notification.recipient.domain.Preferences.QuietHours;
import in.sampark.platform.messaging.Projected;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Contacts as their topic says they are. */
public class ContactProjection {

    /**
     * A state replaces one of a lower version. A removal has no version: it counts unless what is kept came after it on the topic.
     * Either way a replay changes nothing, and what was removed stays so, because its version is kept.
     */
    private static final String TAKE = """
            insert into contacts as c (connection_id, version, applied_offset, removed, standing,
                                       number_encrypted, number_hash, masked_number, language, verified_at,
                                       switched_off, quiet_from, quiet_to, consents)
            select connection_id, version, applied_offset, removed, standing,
                   number_encrypted, number_hash, masked_number, language, verified_at,
                   string_to_array(switched_off, ','), quiet_from, quiet_to, string_to_array(consents, ',')
            from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bool[], $5::text[],
                                 $6::bytea[], $7::text[], $8::text[], $9::text[], $10::timestamptz[],
                                 $11::text[], $12::int[], $13::int[], $14::text[])
                     as n(connection_id, version, applied_offset, removed, standing,
                          number_encrypted, number_hash, masked_number, language, verified_at,
                          switched_off, quiet_from, quiet_to, consents)
            order by connection_id
            on conflict (connection_id) do update
              set version = greatest(c.version, excluded.version), applied_offset = excluded.applied_offset,
                  removed = excluded.removed, standing = excluded.standing,
                  number_encrypted = excluded.number_encrypted, number_hash = excluded.number_hash,
                  masked_number = excluded.masked_number, language = excluded.language,
                  verified_at = excluded.verified_at, switched_off = excluded.switched_off,
                  quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                  consents = excluded.consents
              where case when excluded.removed then c.applied_offset < excluded.applied_offset
                         else c.version < excluded.version
                              or (c.version = excluded.version and not c.removed and c.applied_offset < excluded.applied_offset) end
            returning connection_id, standing, number_hash, masked_number, language
            """;

    private final DatabaseClient database;

    public ContactProjection(DatabaseClient database) {
        this.database = database;
    }

    /** Takes what is news, one word a connection, and answers with the contacts it changed. */
    public Mono<List<Contact>> take(Collection<Projected<ContactState>> news) {
        return database.sql(TAKE)
                .bind("$1", news.stream().map(Projected::key).toArray(String[]::new))
                .bind("$2", news.stream().map(Projected::version).toArray(Long[]::new))
                .bind("$3", news.stream().map(Projected::offset).toArray(Long[]::new))
                .bind("$4", news.stream().map(Projected::removed).toArray(Boolean[]::new))
                .bind("$5", column(news, state -> state.standing().name(), "NONE", String[]::new))
                .bind("$6", number(news, KeptNumber::encrypted, ByteBuffer[]::new))
                .bind("$7", number(news, KeptNumber::hash, String[]::new))
                .bind("$8", number(news, KeptNumber::masked, String[]::new))
                .bind("$9", column(news, ContactState::language, "", String[]::new))
                .bind("$10", column(news, ContactProjection::verifiedAt, null, OffsetDateTime[]::new))
                .bind("$11", column(news, ContactProjection::switchedOff, "", String[]::new))
                .bind("$12", column(news, state -> quiet(state, QuietHours::from), null, Integer[]::new))
                .bind("$13", column(news, state -> quiet(state, QuietHours::to), null, Integer[]::new))
                .bind("$14", column(news, ContactProjection::consents, "", String[]::new))
                .map(ContactTable::contact)
                .all()
                .collectList();
    }

    private static String switchedOff(ContactState state) {
        return String.join(",", state.preferences().switchedOff());
    }

    private static String consents(ContactState state) {
        return String.join(",", state.preferences().consents());
    }

    private static @Nullable Integer quiet(ContactState state, Function<QuietHours, Integer> end) {
        QuietHours quiet = state.preferences().quietHours();
        return quiet == null ? null : end.apply(quiet);
    }

    private static @Nullable OffsetDateTime verifiedAt(ContactState state) {
        return state.verifiedAt() == null ? null : state.verifiedAt().atOffset(ZoneOffset.UTC);
    }

    private static <V> @Nullable V[] number(
            Collection<Projected<ContactState>> news, Function<KeptNumber, V> column, IntFunction<V[]> array) {
        return column(news, state -> state.number() == null ? null : column.apply(state.number()), null, array);
    }

    private static <V> @Nullable V[] column(
            Collection<Projected<ContactState>> news,
            Function<ContactState, @Nullable V> column,
            @Nullable V removed,
            IntFunction<V[]> array) {
        return news.stream()
                .map(one -> one.state() == null ? removed : column.apply(one.state()))
                .toArray(array);
    }
}
