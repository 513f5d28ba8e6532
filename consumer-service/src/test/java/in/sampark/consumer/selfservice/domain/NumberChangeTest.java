package in.sampark.consumer.selfservice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.MobileNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NumberChangeTest {

    private static final ConnectionId CONNECTION = new ConnectionId("DVVNL", "7010000001");
    private static final MobileNumber OLD = new MobileNumber("+919897010001");
    private static final MobileNumber NEW = new MobileNumber("+919897010002");
    private static final Instant NOON = Instant.parse("2019-05-01T12:00:00Z");
    private static final Instant MORNING = NOON.minus(Duration.ofHours(4));
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final KnownDetails KNOWN = new KnownDetails(Set.of("meter", "recharge"));
    private static final Contact NOBODY = Contact.unknown(CONNECTION, Language.HINDI);

    @Test
    void withoutKnowingTheConnectionNothingComesOfIt() {
        assertThat(change("guessed", null).settle(Optional.of(NOBODY), KNOWN, A_DAY, NOON))
                .isEqualTo(new Settlement.Dropped());
        assertThat(change("meter", null).settle(Optional.empty(), new KnownDetails(Set.of()), A_DAY, NOON))
                .isEqualTo(new Settlement.Dropped());
    }

    @Test
    void whereNoNumberIsVerifiedItIsProvenAtOnce() {
        assertThat(settled(null, NOBODY)).isEqualTo(new Settlement.Proven());
        assertThat(settled(null, NOBODY.claiming(OLD, MORNING))).isEqualTo(new Settlement.Proven());
        assertThat(settled(null, NOBODY.proving(NEW, MORNING))).isEqualTo(new Settlement.Proven());
    }

    @Test
    void verifiedNumberIsToldFirst() {
        assertThat(settled(null, NOBODY.proving(OLD, MORNING))).isEqualTo(new Settlement.Told(NOON.plus(A_DAY)));
        assertThat(settled(NOON, NOBODY.proving(OLD, MORNING))).isEqualTo(new Settlement.Proven());
    }

    @Test
    void whoeverProvedANumberLaterHasDecided() {
        assertThat(settled(NOON, NOBODY.proving(OLD, NOON.plusSeconds(1)))).isEqualTo(new Settlement.Dropped());
        assertThat(settled(null, NOBODY.proving(OLD, NOON.plusSeconds(1)))).isEqualTo(new Settlement.Dropped());
    }

    private static Settlement settled(@Nullable Instant toldAt, Contact contact) {
        return change("recharge", toldAt).settle(Optional.of(contact), KNOWN, A_DAY, NOON);
    }

    private static NumberChange change(String details, @Nullable Instant toldAt) {
        return new NumberChange(UUID.randomUUID(), CONNECTION, NEW, details, Wanted.NOTHING, NOON, toldAt, NOON);
    }
}
