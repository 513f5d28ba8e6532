package in.sampark.notification.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.dispatch.domain.Claimed.Since;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.message.domain.Message;
import in.sampark.notification.recipient.domain.Contact;
import in.sampark.notification.recipient.domain.Preferences;
import in.sampark.notification.recipient.domain.Standing;
import in.sampark.notification.template.domain.Category;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From ten in the morning to nine in the evening; a message that expires at eleven the next morning. */
class RegulationTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00+05:30");
    private static final Instant OPENING = Instant.parse("2026-11-23T10:00:00+05:30");
    private static final Instant EXPIRY = Instant.parse("2026-11-23T11:00:00+05:30");
    private static final Set<String> ALL = Set.of("SMS/SERVICE", "SMS/PROMOTION");

    private final Regulation regulation = Regulation.permitting(LocalTime.of(10, 0), LocalTime.of(21, 0));

    @ParameterizedTest
    @EnumSource(names = {"SERVICE_IMPLICIT", "TRANSACTIONAL"})
    void whatFollowsFromTheServiceGoesToEverybodyAtAnyHour(Category category) {
        assertThat(regulation.objection(category, claimed(Set.of()), OPENING.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void whatDoesNotGoesToThoseWhoAgreedToJustThat() {
        assertThat(regulation.objection(Category.SERVICE_EXPLICIT, claimed(Set.of("SMS/SERVICE")), NOON))
                .isEmpty();
        assertThat(regulation.objection(Category.PROMOTIONAL, claimed(Set.of("SMS/PROMOTION")), NOON))
                .isEmpty();
        assertThat(regulation.objection(
                        Category.PROMOTIONAL, claimed(Set.of("SMS/SERVICE", "WHATSAPP/PROMOTION")), NOON))
                .contains(new Verdict.Suppressed("NO_CONSENT"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVICE_EXPLICIT", "PROMOTIONAL"})
    void atNightItWaitsForTheDay(Category category) {
        Instant evening = Instant.parse("2026-11-22T21:00:00+05:30");
        assertThat(regulation.objection(category, claimed(ALL), evening.minusSeconds(61)))
                .isEmpty();
        assertThat(regulation.objection(category, claimed(ALL), evening.minusSeconds(59)))
                .as("on its way it would be late")
                .isPresent();
        assertThat(regulation.objection(category, claimed(ALL), evening))
                .contains(new Verdict.Retry("OUT_OF_HOURS", Duration.ofHours(13)));
        assertThat(regulation.objection(category, claimed(ALL), OPENING.minusSeconds(1)))
                .contains(new Verdict.Retry("OUT_OF_HOURS", Duration.ofSeconds(1)));
        assertThat(regulation.objection(category, claimed(ALL), OPENING)).isEmpty();
    }

    @Test
    void whatWouldExpireBeforeTheDayIsDropped() {
        assertThat(regulation.objection(
                        Category.PROMOTIONAL, claimed(ALL, OPENING.minusSeconds(1)), OPENING.minusSeconds(2)))
                .contains(new Verdict.Expired());
    }

    private static Claimed claimed(Set<String> consents) {
        return claimed(consents, EXPIRY);
    }

    private static Claimed claimed(Set<String> consents, Instant expiry) {
        Message message = new Message(
                new UUID(0, 1),
                "DVVNL",
                "e1",
                "hash",
                List.of("DVVNL:7010000001"),
                "CAMP",
                Lane.ROUTINE,
                "hi",
                Map.of(),
                NOON,
                expiry,
                1,
                null);
        return new Claimed(
                message,
                new Contact("DVVNL:7010000001", Standing.VERIFIED, "hash", "+91******0001", "hi"),
                null,
                new Preferences(Set.of(), null, consents),
                new Since(List.of(), false, false, null));
    }
}
