package in.sampark.notification.receipt.r2dbc;

import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.receipt.domain.HandedOver;
import in.sampark.notification.receipt.domain.Receipt;
import in.sampark.platform.database.Column;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Where the answer to a hand-over and the receipt for it meet, of providers who name messages by ids of their own. Whoever comes first
 * leaves a row, and the other finds it: both write the row, so that one waits for the other. Rows are written in order, and before the
 * messages are locked.
 */
public class ProviderMessages {

    private static final String NOTE = """
            with noted as (
              insert into provider_messages as p (provider, provider_message_id, message_id)
              select distinct on (provider, provider_message_id) *
              from unnest($1::text[], $2::text[], $3::uuid[]) as h(provider, provider_message_id, message_id)
              order by provider, provider_message_id
              on conflict (provider, provider_message_id) do update set message_id = excluded.message_id
              returning p.provider_message_id, p.message_id, p.state, p.word
            )
            select * from noted where state is not null
            """;

    /** What a receipt said that came first gives way to one that overtakes it. */
    private static final String FIND = """
            with told as (
              select * from unnest($2::text[], $3::text[], $4::text[]) as t(provider_message_id, state, word)
            ), known as (
              select p.provider_message_id, p.message_id
              from provider_messages p join told using (provider_message_id)
              where p.provider = $1 and p.message_id is not null
            ), early as (
              insert into provider_messages as p (provider, provider_message_id, state, word)
              select $1, * from told
              where provider_message_id not in (select provider_message_id from known)
              order by provider_message_id
              on conflict (provider, provider_message_id) do update
                set state = case when p.state = $5 then p.state else excluded.state end,
                    word = case when p.state = $5 then p.word else excluded.word end
              returning p.provider_message_id, p.message_id
            )
            select provider_message_id, message_id from known
            union all select provider_message_id, message_id from early where message_id is not null
            """;

    private static final String FORGET = """
            delete from provider_messages where (provider, provider_message_id) in (
              select provider, provider_message_id from provider_messages
              where noted_at < now() - $1 * interval '1 ms' limit $2)
            """;

    /** A message by both its names. */
    public record Known(String providerMessageId, UUID messageId) {}

    private final DatabaseClient database;

    public ProviderMessages(DatabaseClient database) {
        this.database = database;
    }

    /** Notes messages, and answers with what receipts have said of them already. Joins the caller's transaction. */
    public Mono<List<Receipt<UUID>>> note(List<HandedOver> messages) {
        return database.sql(NOTE)
                .bind("$1", texts(messages, HandedOver::provider))
                .bind("$2", texts(messages, HandedOver::providerMessageId))
                .bind("$3", messages.stream().map(HandedOver::messageId).toArray(UUID[]::new))
                .map(row -> new Receipt<>(
                        Column.of(row, "message_id", UUID.class),
                        MessageState.valueOf(Column.of(row, "state", String.class)),
                        Column.of(row, "word", String.class),
                        Column.of(row, "provider_message_id", String.class)))
                .all()
                .collectList();
    }

    /** Which messages these receipts are of; the others wait for the answer. One receipt a message. Joins the caller's transaction. */
    public Mono<List<Known>> find(String provider, Collection<Receipt<String>> receipts) {
        return database.sql(FIND)
                .bind("$1", provider)
                .bind("$2", texts(receipts, Receipt::message))
                .bind("$3", texts(receipts, receipt -> receipt.state().name()))
                .bind("$4", texts(receipts, Receipt::word))
                .bind("$5", MessageState.DELIVERED.name())
                .map(row -> new Known(
                        Column.of(row, "provider_message_id", String.class), Column.of(row, "message_id", UUID.class)))
                .all()
                .collectList();
    }

    /** Forgets some that were noted so long ago, and answers with how many. */
    public Mono<Long> forget(Duration age, int limit) {
        return database.sql(FORGET)
                .bind("$1", age.toMillis())
                .bind("$2", limit)
                .fetch()
                .rowsUpdated();
    }

    private static <T> String[] texts(Collection<T> all, Function<T, String> column) {
        return all.stream().map(column).toArray(String[]::new);
    }
}
