package in.sampark.notification.plan.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.platform.test.IntegrationTest;
import java.time.OffsetDateTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** How PostgreSQL finds the messages of notices that were held. */
@IntegrationTest
@ActiveProfiles("local")
@TestPropertySource(properties = {"SAMPARK_SMS_API_KEY=key", "SAMPARK_SMS_WEBHOOK_SECRET=s"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PendingNoticesPlanTest {

    private static final int CONTACTS = 500;

    private static final String MESSAGES = """
            insert into messages (message_id, discom, event_id, connection_ids, kind, lane, template_values,
                                  due_at, expires_at, state, attempt)
            select gen_random_uuid(), 'HELD', 'held', array['HELD:' || n], 'OUTAGE', 'BULK', '{}', now(), now() + interval '1 hour',
                   'UNREACHABLE', 0
            from generate_series(1, 20000) as n
            """;

    private static final String PENDING = """
            insert into pending_notices (message_id, connection_id, relevant_until, subject)
            select message_id, connection_ids[1], expires_at, 'held' from messages where discom = 'HELD'
            """;

    @Autowired
    DatabaseClient database;

    @BeforeAll
    void manyAreHeld() {
        run(MESSAGES);
        run(PENDING);
        run("analyze messages");
        run("analyze pending_notices");
    }

    @AfterAll
    void noneAgain() {
        run("delete from pending_notices where subject = 'held'");
        run("delete from messages where discom = 'HELD'");
    }

    @Test
    void theirPartitionIsNotReadWhole() {
        String plan = database.sql("explain " + PendingNotices.RESUME)
                .bind(
                        "$1",
                        IntStream.rangeClosed(1, CONTACTS)
                                .mapToObj(n -> "HELD:" + n)
                                .toArray(String[]::new))
                .bind("$2", OffsetDateTime.now())
                .mapValue(String.class)
                .all()
                .collectList()
                .map(lines -> String.join("\n", lines))
                .blockOptional()
                .orElseThrow();

        assertThat(plan).contains("messages_default_pkey").doesNotContain("Seq Scan on messages_default");
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }
}
