package in.sampark.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.platform.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered of events does not grow for ever. */
class ForgetHandledTest {

    private final TestDatabase database = TestDatabase.named("forget_handled");

    @BeforeEach
    void somethingWasHandledAndSetAside() {
        execute("delete from inbox");
        execute("delete from set_aside");
        execute("insert into inbox (listener, event_id) select 'l', n::text from generate_series(1, 10001) as n");
        execute("insert into set_aside (listener, topic, partition, \"offset\", reason) values"
                + " ('l', '" + Topics.Name.METER_READINGS + "', 0, 1, 'bad'), ('l', '" + Topics.Name.CONTACTS
                + "', 0, 1, 'bad')");
    }

    @Test
    void whatATopicMayStillBringAgainIsRemembered() {
        assertThat(after(Duration.ofDays(36))).isFalse();

        assertThat(database.count("select count(*) from inbox")).isEqualTo(10_001);
        assertThat(database.count("select count(*) from set_aside")).isEqualTo(2);
    }

    @Test
    void whatNoTopicCanBringAgainIsForgottenSliceBySlice() {
        assertThat(after(Duration.ofDays(41))).as("more to forget").isTrue();
        assertThat(database.count("select count(*) from inbox")).isOne();
        assertThat(after(Duration.ofDays(41))).isFalse();

        assertThat(database.count("select count(*) from inbox")).isZero();
        assertThat(database.count("select count(*) from set_aside where topic = '" + Topics.Name.CONTACTS + "'"))
                .isOne();
        assertThat(database.count("select count(*) from set_aside")).isOne();
    }

    private boolean after(Duration time) {
        Clock later = Clock.offset(Clock.systemUTC(), time);
        return Boolean.TRUE.equals(
                new ForgetHandled(database.client(), Topics.ALL, later).forget().block());
    }

    private void execute(String sql) {
        database.client().sql(sql).then().block();
    }
}
