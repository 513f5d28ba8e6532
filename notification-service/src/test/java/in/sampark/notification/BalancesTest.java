package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.Balance;
import in.sampark.contract.notification.MessageStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Balances to those who asked for them. */
class BalancesTest extends NotificationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 12);
    private static final LocalDate END_OF_OCTOBER = LocalDate.of(2026, 10, 31);

    private long version;

    @Test
    void whoAskedForItIsToldTheBalanceOnceForEveryDay() {
        agreeing(1, List.of("SMS/BALANCE_DAILY"));
        Balance posted = posted(DAY, 1_23_456, clock.instant());
        awaitSteps(posted.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        assertThat(handed().text()).contains("1,234.56");

        Balance recharged = posted(DAY, 2_23_456, clock.instant());
        Balance next = posted(DAY.plusDays(1), 2_13_456, clock.instant());

        awaitSteps(next.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        assertThat(handed(2).getLast().text()).contains("2,134.56");
        assertThat(statuses(recharged.getEventId())).isEmpty();
    }

    @Test
    void whoAskedForMonthsIsToldWhenOneHasEndedAndNoDays() {
        agreeing(1, List.of("SMS/BALANCE_MONTHLY"));
        Balance before = posted(END_OF_OCTOBER.minusDays(1), 200, clock.instant());
        Balance end = posted(END_OF_OCTOBER, 100, clock.instant());
        Balance after = posted(END_OF_OCTOBER.plusDays(1), 50, clock.instant());

        awaitSteps(end.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        awaitSettled();
        assertThat(handed(1)).hasSize(1);
        assertThat(statuses(before.getEventId())).isEmpty();
        assertThat(statuses(after.getEventId())).isEmpty();
    }

    @Test
    void whoseMeterWasNotHeardOfForDaysIsToldTheMonthLate() {
        agreeing(1, List.of("SMS/BALANCE_MONTHLY"));
        Balance before = posted(END_OF_OCTOBER.minusDays(3), 200, clock.instant());
        Balance late = posted(END_OF_OCTOBER.plusDays(6), 100, clock.instant());
        Balance after = posted(END_OF_OCTOBER.plusDays(7), 50, clock.instant());

        awaitSteps(late.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        awaitSettled();
        assertThat(handed(1)).hasSize(1);
        assertThat(statuses(before.getEventId())).isEmpty();
        assertThat(statuses(after.getEventId())).isEmpty();
    }

    @Test
    void whoAsksInTheMiddleOfAMonthIsToldItWhenItEnds() {
        agreeing(1, List.of("SMS/BALANCE_MONTHLY"));
        Balance asked = posted(DAY, 100, clock.instant());
        Balance end = posted(LocalDate.of(2026, 11, 30), 50, clock.instant());

        awaitSteps(end.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        assertThat(statuses(asked.getEventId())).isEmpty();
    }

    @Test
    void aBalanceOfLongAgoIsNotTold() {
        agreeing(1, List.of("SMS/BALANCE_DAILY"));
        Balance old = posted(DAY, 100, clock.instant().minusSeconds(25 * 3600));
        Balance asked = posted(DAY.plusDays(1), 100, clock.instant());

        awaitSteps(asked.getEventId(), MessageStep.PLANNED, MessageStep.ACCEPTED);
        assertThat(statuses(old.getEventId())).isEmpty();
    }

    private Balance posted(LocalDate through, long availablePaise, Instant at) {
        Balance balance = Balance.newBuilder()
                .setEventId(UUID.randomUUID().toString())
                .setOccurredAt(at)
                .setDiscom("DVVNL")
                .setConnectionId(connection)
                .setVersion(++version)
                .setPostedPaise(availablePaise)
                .setAvailablePaise(availablePaise)
                .setPostedThrough(through)
                .build();
        topics.send(Topics.BALANCES, balance);
        return balance;
    }
}
