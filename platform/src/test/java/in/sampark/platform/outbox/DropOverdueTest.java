package in.sampark.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Party;
import in.sampark.contract.Topics;
import in.sampark.platform.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing of a one-time code outlives the hour because it could not be published. */
class DropOverdueTest {

    private static final String CODES = Topics.OTP_REQUESTED.name();

    private final TestDatabase database = TestDatabase.named("drop_overdue");

    @BeforeEach
    void codesAndOtherThingsWait() {
        database.client().sql("delete from outbox").then().block();
        wait(CODES, "RecordTooLargeException");
        wait(CODES, null);
        wait(Topics.OTP_REQUESTED.deadLetters("consumer-service"), null);
        wait(Topics.CONTACTS.name(), "RecordTooLargeException");
        wait(Topics.NUMBER_CHANGES.name(), null);
    }

    @Test
    void codesThatWaitedTooLongAreDroppedParkedOrNot() {
        after(Duration.ofMinutes(19));
        assertThat(database.count("select count(*) from outbox")).isEqualTo(5);

        after(Duration.ofMinutes(21));

        assertThat(database.count("select count(*) from outbox where topic like 'consumer.otp-requested%'"))
                .isZero();
        assertThat(database.count("select count(*) from outbox")).isEqualTo(2);
    }

    @Test
    void whatEndsLastIsGoneWithinTheHour() {
        Duration outbox = Topics.OTP_REQUESTED.mayWait().orElseThrow().plus(DropOverdue.BETWEEN_LOOKS);
        Duration topic = Duration.ofMinutes(30);

        assertThat(Topics.OTP_REQUESTED.keeping().settings())
                .containsEntry("retention.ms", "1200000")
                .containsEntry("segment.ms", "600000");
        assertThat(outbox.plus(topic)).isLessThan(Duration.ofHours(1));
    }

    private void after(Duration waited) {
        Clock later = Clock.offset(Clock.systemUTC(), waited);
        new DropOverdue(database.client(), Topics.ALL, Party.CONSUMER_SERVICE, later)
                .drop()
                .block();
    }

    private void wait(String topic, String parked) {
        database.client()
                .sql("insert into outbox (topic, state, records, amount, parked_reason)"
                        + " values (:topic, false, '\\x01', 1, nullif(:parked, ''))")
                .bind("topic", topic)
                .bind("parked", parked == null ? "" : parked)
                .then()
                .block();
    }
}
