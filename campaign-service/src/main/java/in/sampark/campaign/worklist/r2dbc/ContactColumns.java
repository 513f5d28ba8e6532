package in.sampark.campaign.worklist.r2dbc;

import in.sampark.campaign.worklist.domain.ContactState;
import in.sampark.platform.messaging.Projected;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What contacts say of consumers. */
public class ContactColumns {

    /** As with connections: higher versions replace, removals count by position, replays change nothing. */
    private static final String TAKE = """
            insert into consumers as c (connection_id, contact_version, contact_offset, standing, doubt_reason,
                                        verified_at, contact_at)
            select n.connection_id, n.version, n.at_offset, coalesce(n.standing, 'NO_CONTACT'),
                   n.doubt_reason, n.verified_at, n.recorded_at
            from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::timestamptz[], $6::timestamptz[],
                        $7::text[])
                 as n(connection_id, version, at_offset, standing, verified_at, recorded_at, doubt_reason)
            order by n.connection_id
            on conflict (connection_id) do update
              set contact_version = greatest(c.contact_version, excluded.contact_version),
                  contact_offset = excluded.contact_offset, standing = excluded.standing,
                  doubt_reason = excluded.doubt_reason,
                  verified_at = excluded.verified_at, contact_at = excluded.contact_at
              where case when excluded.contact_at is null then c.contact_offset < excluded.contact_offset
                         else c.contact_version < excluded.contact_version end
            """;

    private final DatabaseClient database;

    public ContactColumns(DatabaseClient database) {
        this.database = database;
    }

    /** Takes what is news, one word a connection. */
    public Mono<Void> take(Collection<Projected<ContactState>> words) {
        News<ContactState> news = new News<>(words);
        return database.sql(TAKE)
                .bind("$1", news.keys())
                .bind("$2", news.versions())
                .bind("$3", news.offsets())
                .bind("$4", news.texts(state -> state.standing().name()))
                .bind("$5", news.times(ContactState::verifiedAt))
                .bind("$6", news.times(ContactState::recordedAt))
                .bind("$7", news.texts(ContactState::doubtReason))
                .then();
    }
}
