package in.sampark.notification.fanout.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.plan.domain.Audience;
import in.sampark.notification.plan.domain.Channel;
import in.sampark.notification.plan.domain.Notice;
import in.sampark.notification.plan.domain.Notice.Plan;
import in.sampark.notification.plan.domain.OvertakenBy;
import in.sampark.notification.plan.domain.Rule;
import in.sampark.notification.plan.domain.Wording;
import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final Instant AT = Instant.parse("2019-06-20T05:30:00Z");
    private static final Instant UNTIL = AT.plus(Duration.ofHours(2));

    private final FanOut fanOut = fanOut("1", true, UNTIL, null);

    @Test
    void aPersonIsToldOnceOfAllTheirConnections() {
        Page page = Page.of(
                fanOut,
                List.of(
                        proven("DVVNL:7010000001", "hash", "DVVNL:7010000001", "DVVNL:7010000002", "DVVNL:7010000009"),
                        proven("DVVNL:7010000002", "hash")));

        assertThat(page.doubtful()).isEmpty();
        assertThat(page.tell()).hasSize(1);
        Message message = page.tell().getFirst().message();
        assertThat(message.recipient()).isEqualTo("hash");
        assertThat(message.connectionIds()).containsExactly("DVVNL:7010000001", "DVVNL:7010000002", "DVVNL:7010000009");
        assertThat(message.values())
                .containsEntry("accounts", "7010000001,7010000002,7010000009")
                .containsEntry("place", "F1")
                .containsEntry("subject", "DVVNL:O1");
        assertThat(message.lane()).isEqualTo(Lane.BULK);
        assertThat(message.expiresAt()).isEqualTo(UNTIL);
    }

    @Test
    void theMessageToAPersonIsTheSameOneWhicheverConnectionLeadsToThem() {
        Page one = Page.of(fanOut, List.of(proven("DVVNL:1", "hash", "DVVNL:1", "DVVNL:2")));
        Page other = Page.of(fanOut, List.of(proven("DVVNL:2", "hash", "DVVNL:2")));

        assertThat(one.tell().getFirst().message().id())
                .isEqualTo(other.tell().getFirst().message().id());
    }

    @Test
    void anotherRevisionIsAnotherMessageWhateverIdItsEventHas() {
        List<Supplied> person = List.of(proven("DVVNL:1", "hash", "DVVNL:1"));
        FanOut next = fanOut("2", true, UNTIL, null);

        assertThat(Page.of(next, person).tell().getFirst().message().id())
                .isNotEqualTo(
                        Page.of(fanOut, person).tell().getFirst().message().id());
        assertThat(next.id()).isNotEqualTo(fanOut.id());
        assertThat(Page.of(next, List.of(new Supplied(at("DVVNL:1"), null, List.of())))
                        .doubtful()
                        .getFirst()
                        .messageId())
                .isNotEqualTo(Page.of(fanOut, List.of(new Supplied(at("DVVNL:1"), null, List.of())))
                        .doubtful()
                        .getFirst()
                        .messageId());
    }

    @Test
    void whoCannotBeToldIsDoubtful() {
        Page page = Page.of(
                fanOut,
                List.of(
                        new Supplied(at("DVVNL:1"), null, List.of()),
                        new Supplied(at("DVVNL:2"), contact("DVVNL:2", Standing.CLAIMED, "hash"), List.of())));

        assertThat(page.tell()).isEmpty();
        assertThat(page.doubtful())
                .extracting(notice -> notice.occurrence().connectionId())
                .containsExactly("DVVNL:1", "DVVNL:2");
        Notice notice = page.doubtful().getFirst();
        assertThat(notice.plan(null)).isInstanceOfSatisfying(Plan.Keep.class, keep -> {
            assertThat(keep.unreached().relevantUntil()).isEqualTo(UNTIL);
            assertThat(keep.unreached().subject()).isEqualTo("DVVNL:O1");
            assertThat(keep.unreached().values()).containsEntry("accounts", "1");
        });
    }

    @Test
    void whatIsNotKeptIsToldOnlyToThoseWhoCanBe() {
        Page page = Page.of(
                fanOut("1", false, null, Duration.ofHours(2)),
                List.of(new Supplied(at("DVVNL:1"), null, List.of()), proven("DVVNL:2", "hash", "DVVNL:2")));

        assertThat(page.doubtful()).isEmpty();
        assertThat(page.tell()).hasSize(1);
        assertThat(page.tell().getFirst().message().expiresAt()).isEqualTo(AT.plus(Duration.ofHours(2)));
    }

    private static FanOut fanOut(
            String revision, boolean kept, @Nullable Instant until, @Nullable Duration relevantFor) {
        Rule rule = new Rule(
                "OUTAGE_STARTED",
                "meter.outages.v1",
                Map.of(),
                Audience.SUPPLIED_CONSUMERS,
                Lane.BULK,
                relevantFor,
                null,
                new OvertakenBy.LaterNews(),
                null,
                null,
                null,
                List.of(Channel.SMS),
                List.of(new Wording("outage-started", Map.of())));
        return FanOut.of(
                new Broadcast(
                        "meter.outages.v1",
                        "DVVNL:O1",
                        "DVVNL",
                        "e1",
                        new Extent(Level.FEEDER, List.of("F1")),
                        Spared.NOBODY,
                        AT,
                        until,
                        Map.of("place", "F1", "revision", revision),
                        kept,
                        false),
                rule);
    }

    private static Supplied proven(String connectionId, String hash, String... together) {
        return new Supplied(at(connectionId), contact(connectionId, Standing.VERIFIED, hash), List.of(together));
    }

    private static Cursor at(String connectionId) {
        return new Cursor("F1", connectionId);
    }

    private static Contact contact(String connectionId, Standing standing, String hash) {
        return new Contact(connectionId, standing, hash, "+91******0001", "hi");
    }
}
