package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.meter.LowBalance;
import in.sampark.contract.notification.MessageStep;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.platform.time.ClockJumped;
import in.sampark.platform.time.StoryClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Messages live in partitions of a week, which come ahead of their week and go as a whole. */
@Import(MessageWeeksTest.Movable.class)
class MessageWeeksTest extends NotificationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A Tuesday. */
    private static final Instant BEGIN = Instant.parse("2019-06-18T06:30:00Z");

    @TestConfiguration
    static class Movable {

        @Bean
        @Primary
        StoryClock movable() {
            return StoryClock.startingAt(BEGIN, InstantSource.system());
        }
    }

    @Autowired
    StoryClock story;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Flyway flyway;

    @Test
    void comeAheadTakeInWhatWasThereAndGo() {
        contact(ContactStanding.VERIFIED, 1, "en");
        await().atMost(PATIENCE).until(() -> isPresent("20190617") && isPresent("20190624"));

        LowBalance today = lowBalance(30, story.instant());
        LowBalance late = lowBalance(30, BEGIN.minus(Duration.ofDays(10)));
        awaitSteps(today.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        awaitSteps(late.getEventId(), MessageStep.PLANNED, MessageStep.EXPIRED);
        assertThat(partition(today)).isEqualTo("messages_20190617");
        jump(Duration.ofDays(1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(partition(late)).isEqualTo("messages_20190603"));
        receipt(handed().reference(), "DELIVRD").expectStatus().isNoContent();
        awaitSteps(today.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED, MessageStep.DELIVERED);

        jump(Duration.ofDays(183));
        await().atMost(PATIENCE).until(() -> !isPresent("20190603") && isPresent("20191223"));
        assertThat(state(late.getEventId())).isNull();
        assertThat(state(today.getEventId())).isEqualTo("DELIVERED");
        UUID shared = NamedUuid.ofValues(BEGIN, "{}");
        UUID later = NamedUuid.ofValues(BEGIN.plus(Duration.ofDays(7)), "{}");
        assertThat(database.sql("insert into shared_values values ($1, '{}'), ($2, '{}')")
                        .bind("$1", shared)
                        .bind("$2", later)
                        .fetch()
                        .rowsUpdated()
                        .block())
                .isEqualTo(2);
        jump(Duration.ofDays(7));
        await().atMost(PATIENCE).until(() -> !isPresent("20190617"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(value(
                                "select string_agg(values_id::text, ',') from shared_values where values_id = any($1)",
                                new UUID[] {shared, later}))
                        .isEqualTo(later.toString()));
        assertThat(state(today.getEventId())).isNull();
    }

    @Test
    void takeOverWhatEarlierBuildsLeft() {
        earlier("40").migrate();
        UUID usual = UUID.fromString("9b2d3a54-52c0-5e0b-9c8e-6b1f0d0c7a11");
        UUID likeATime = UUID.fromString("019a3a54-52c0-5e0b-9c8e-6b1f0d0c7a11");
        left(usual, "usual");
        left(likeATime, "like a time");

        earlier("latest").migrate();

        assertThat(value(
                        "select string_agg(tableoid::regclass || ' ' || state, ', ' order by event_id)"
                                + " from earlier.messages where discom = $1",
                        "DVVNL"))
                .isEqualTo("earlier.messages_default DELIVERED, earlier.messages_until_20261123 DELIVERED");
        assertThat(value(
                        "update earlier.messages set state = 'FAILED' where message_id = $1 returning event_id", usual))
                .isEqualTo("usual");
    }

    private FluentConfiguration configured() {
        return Flyway.configure()
                .dataSource(flyway.getConfiguration().getDataSource())
                .locations("classpath:db/migration")
                .schemas("earlier");
    }

    private Flyway earlier(String target) {
        return configured().target(target).load();
    }

    private void left(UUID id, String event) {
        database.sql("""
                        insert into earlier.messages (message_id, discom, event_id, connection_ids, kind, lane,
                                                      template_values, due_at, expires_at, state, attempt)
                        values ($1, 'DVVNL', $2, '{DVVNL:1}', 'OUTAGE', 'ALERT', '{}', '2026-11-21 10:00+05:30',
                                '2026-11-23 01:00+05:30', 'DELIVERED', 1)
                        """).bind("$1", id).bind("$2", event).then().block();
    }

    private void jump(Duration ahead) {
        story.jumpTo(story.instant().plus(ahead));
        events.publishEvent(new ClockJumped(story.instant()));
    }

    private boolean isPresent(String week) {
        return Boolean.TRUE.equals(value("select to_regclass($1) is not null", "messages_" + week));
    }

    private String partition(LowBalance event) {
        return String.valueOf(Objects.requireNonNull(
                value("select tableoid::regclass::text from messages where event_id = $1", event.getEventId())));
    }
}
