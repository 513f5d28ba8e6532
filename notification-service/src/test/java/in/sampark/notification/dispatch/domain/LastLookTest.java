package in.sampark.notification.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.dispatch.domain.Claimed.Since;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.plan.domain.Audience;
import in.sampark.notification.plan.domain.Channel;
import in.sampark.notification.plan.domain.Moment;
import in.sampark.notification.plan.domain.OvertakenBy;
import in.sampark.notification.plan.domain.Rule;
import in.sampark.notification.plan.domain.Wording;
import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.Preferences;
import in.sampark.notification.recipient.domain.Preferences.QuietHours;
import in.sampark.notification.recipient.domain.Reach;
import in.sampark.notification.recipient.domain.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LastLookTest {

    private static final Instant DUE = Instant.parse("2019-05-19T18:30:00Z");
    private static final Instant EXPIRY = DUE.plus(Duration.ofHours(24));

    private static final Rule LOW_BALANCE = rule(
            "LOW_BALANCE",
            Audience.VERIFIED_CONTACT,
            new OvertakenBy.LaterEvent(Set.of("meter.recharge-credited.v1"), null));
    private static final Rule WITHDRAWN = new Rule(
            "CUT_WITHDRAWN",
            "meter.supply-due.v1",
            Map.of(),
            Audience.VERIFIED_CONTACT,
            Lane.ALERT,
            Duration.ofHours(24),
            null,
            new OvertakenBy.LaterEvent(Set.of("meter.supply-due.v1", "meter.supply-switched.v1"), null),
            "CUT_DUE",
            null,
            null,
            List.of(Channel.SMS),
            List.of(new Wording("any", Map.of())));
    private static final Rule OTP = rule("OTP", Audience.CHALLENGED_NUMBER, new OvertakenBy.Nothing());
    private static final Rule OUTAGE = rule("OUTAGE_STARTED", Audience.SUPPLIED_CONSUMERS, new OvertakenBy.LaterNews());

    @Test
    void aTrueMessageToAProvenNumberGoesOut() {
        assertThat(LastLook.objection(claimed(Standing.VERIFIED, null), LOW_BALANCE, DUE))
                .isEmpty();
    }

    @Test
    void atItsExpiryItStillGoesOutAndAfterItDoesNot() {
        Claimed claimed = claimed(Standing.VERIFIED, null);
        assertThat(LastLook.objection(claimed, LOW_BALANCE, EXPIRY)).isEmpty();
        assertThat(LastLook.objection(claimed, LOW_BALANCE, EXPIRY.plusMillis(1)))
                .contains(new Verdict.Expired());
    }

    @Test
    void aRechargeAfterTheCrossingMakesTheNoticeUntrue() {
        Claimed claimed = claimed(Standing.VERIFIED, DUE.plusSeconds(1));
        assertThat(LastLook.objection(claimed, LOW_BALANCE, DUE.plusSeconds(2)))
                .contains(new Verdict.Suppressed("OVERTAKEN"));
    }

    @Test
    void aRechargeBeforeOrAtTheCrossingDoesNot() {
        assertThat(LastLook.objection(claimed(Standing.VERIFIED, DUE), LOW_BALANCE, DUE))
                .isEmpty();
    }

    @Test
    void aRechargeOvertakesOnlyWhatSpeaksOfMoney() {
        assertThat(LastLook.objection(claimed(Standing.VERIFIED, DUE.plusSeconds(1)), OUTAGE, DUE))
                .isEmpty();
    }

    @Test
    void laterNewsOfItsSubjectMakeTheNoticeUntrue() {
        Claimed claimed = claimed(Standing.VERIFIED, null);
        Claimed overtaken = new Claimed(claimed.message(), claimed.contact(), null, Preferences.NONE, since(true));
        assertThat(LastLook.objection(overtaken, OUTAGE, DUE)).contains(new Verdict.Suppressed("LATER_NEWS"));
        assertThat(LastLook.objection(overtaken, LOW_BALANCE, DUE)).isEmpty();
    }

    @Test
    void eachSortOfEventOvertakesByWhatItSaysItself() {
        Moment decided = new Moment(DUE.plusSeconds(9), 5);
        assertThat(LastLook.objection(withdrawn(true, decided, new Moment(DUE.minusSeconds(9), 4)), WITHDRAWN, DUE))
                .as("of versions the higher one is later")
                .isEmpty();
        assertThat(LastLook.objection(withdrawn(true, decided, new Moment(DUE.minusSeconds(9), 6)), WITHDRAWN, DUE))
                .contains(new Verdict.Suppressed("OVERTAKEN"));
        assertThat(LastLook.objection(withdrawn(true, decided, new Moment(DUE.plusSeconds(9), 0)), WITHDRAWN, DUE))
                .as("of those that say none the later one, whatever versions others say")
                .contains(new Verdict.Suppressed("OVERTAKEN"));
    }

    @Test
    void theEndOfWhatNobodyHeardOfIsNotTold() {
        assertThat(LastLook.objection(withdrawn(false), WITHDRAWN, DUE)).contains(new Verdict.Suppressed("UNHEARD"));
        assertThat(LastLook.objection(withdrawn(true), WITHDRAWN, DUE)).isEmpty();
    }

    @Test
    void aNumberNoLongerProvenIsNotTold() {
        assertThat(LastLook.objection(claimed(Standing.DOUBTED, null), LOW_BALANCE, DUE))
                .contains(new Verdict.Unreachable(Reach.Reason.NUMBER_DOUBTED));
    }

    @Test
    void nobodyKnownIsNotTold() {
        Claimed claimed = new Claimed(message(), null, null, Preferences.NONE, since(false));
        assertThat(LastLook.objection(claimed, LOW_BALANCE, DUE))
                .contains(new Verdict.Unreachable(Reach.Reason.NO_CONTACT));
    }

    @Test
    void aCodeGoesToANumberNotYetProven() {
        assertThat(LastLook.objection(claimed(Standing.CLAIMED, null), OTP, DUE))
                .isEmpty();
    }

    @Test
    void whatIsSwitchedOffIsNotTold() {
        Claimed unwanted = preferring(new Preferences(Set.of("BALANCE"), null, Set.of()));

        assertThat(LastLook.objection(unwanted, LOW_BALANCE, DUE)).contains(new Verdict.Suppressed("SWITCHED_OFF"));
        assertThat(LastLook.objection(unwanted, OUTAGE, DUE)).isEmpty();
        assertThat(LastLook.objection(
                        preferring(new Preferences(Set.of("RECHARGE"), null, Set.of())), LOW_BALANCE, DUE))
                .isEmpty();
    }

    /** It is midnight in India. */
    @Test
    void whatCanWaitWaitsForTheEndOfQuietHours() {
        Claimed asleep = preferring(new Preferences(Set.of(), new QuietHours(22 * 60, 6 * 60 + 30), Set.of()));

        assertThat(LastLook.objection(asleep, LOW_BALANCE, DUE))
                .contains(new Verdict.Retry("QUIET_HOURS", Duration.ofMinutes(390)));
        assertThat(LastLook.objection(asleep, LOW_BALANCE, DUE.minus(Duration.ofHours(2))))
                .contains(new Verdict.Retry("QUIET_HOURS", Duration.ofMinutes(510)));
        assertThat(LastLook.objection(asleep, LOW_BALANCE, DUE.minusSeconds(7_201)))
                .isEmpty();
        assertThat(LastLook.objection(asleep, LOW_BALANCE, DUE.plus(Duration.ofMinutes(390))))
                .isEmpty();
        assertThat(LastLook.objection(asleep, OUTAGE, DUE)).isEmpty();
        assertThat(LastLook.objection(
                        preferring(new Preferences(Set.of(), new QuietHours(60, 120), Set.of())), LOW_BALANCE, DUE))
                .isEmpty();
    }

    private static Claimed preferring(Preferences preferences) {
        Claimed claimed = claimed(Standing.VERIFIED, null);
        return new Claimed(claimed.message(), claimed.contact(), null, preferences, claimed.since());
    }

    @Test
    void onlyWhoAskedForAKindOfNoticeIsToldIt() {
        Rule daily = subscribed(null);

        assertThat(LastLook.objection(preferring(Preferences.NONE), daily, DUE))
                .contains(new Verdict.Suppressed("NO_CONSENT"));
        assertThat(LastLook.objection(asking(), daily, DUE)).isEmpty();
    }

    @Test
    void whatHasItsHoursWaitsForThemUnlessItExpiresBefore() {
        LocalTime local = DUE.atZone(ZoneId.of("Asia/Kolkata")).toLocalTime();
        Rule soon = subscribed(QuietHours.outside(local.plusMinutes(30), local.plusMinutes(60)));
        Rule late = subscribed(QuietHours.outside(local.minusMinutes(60), local.minusMinutes(30)));

        assertThat(LastLook.objection(asking(), soon, DUE))
                .contains(new Verdict.Retry("OUT_OF_HOURS", Duration.ofMinutes(30)));
        assertThat(LastLook.objection(asking(), soon, DUE.plus(Duration.ofMinutes(30))))
                .isEmpty();
        assertThat(LastLook.objection(asking(), late, EXPIRY.minusSeconds(1))).contains(new Verdict.Expired());
    }

    private static Claimed asking() {
        return preferring(new Preferences(Set.of(), null, Set.of("SMS/BALANCE_DAILY")));
    }

    private static Rule subscribed(QuietHours closed) {
        return new Rule(
                "BALANCE_DAILY",
                "topic",
                Map.of(),
                Audience.SUBSCRIBED_CONTACT,
                Lane.ROUTINE,
                Duration.ofHours(24),
                null,
                new OvertakenBy.Nothing(),
                null,
                null,
                closed,
                List.of(Channel.SMS),
                List.of(new Wording("any", Map.of())));
    }

    private static Claimed claimed(Standing standing, @Nullable Instant lastRechargeAt) {
        Contact contact = new Contact("DVVNL:7010000001", standing, "hash", "+91******0001", "hi");
        return new Claimed(
                message(),
                contact,
                null,
                Preferences.NONE,
                new Since(
                        lastRechargeAt == null ? List.of() : List.of(new Moment(lastRechargeAt, 0)),
                        false,
                        false,
                        null));
    }

    private static Since since(boolean laterNews) {
        return new Since(List.of(), laterNews, false, null);
    }

    /** One that says version 5, after which this happened. */
    private static Claimed withdrawn(boolean heard, Moment... overtaking) {
        Claimed claimed = claimed(Standing.VERIFIED, null);
        Message message = new Message(
                new UUID(0, 2),
                "DVVNL",
                "e2",
                "hash",
                List.of("DVVNL:7010000001"),
                "CUT_WITHDRAWN",
                Lane.ALERT,
                "hi",
                Map.of("version", "5"),
                DUE,
                EXPIRY,
                1,
                null);
        return new Claimed(
                message, claimed.contact(), null, Preferences.NONE, new Since(List.of(overtaking), false, heard, null));
    }

    private static Message message() {
        return new Message(
                new UUID(0, 1),
                "DVVNL",
                "e1",
                "hash",
                List.of("DVVNL:7010000001"),
                "LOW_BALANCE",
                Lane.ALERT,
                "hi",
                Map.of(),
                DUE,
                EXPIRY,
                1,
                null);
    }

    private static Rule rule(String kind, Audience audience, OvertakenBy overtakenBy) {
        return new Rule(
                kind,
                "topic",
                Map.of(),
                audience,
                Lane.ALERT,
                Duration.ofHours(24),
                null,
                overtakenBy,
                null,
                kind.equals("LOW_BALANCE") ? "BALANCE" : null,
                null,
                List.of(Channel.SMS),
                List.of(new Wording("any", Map.of())));
    }
}
