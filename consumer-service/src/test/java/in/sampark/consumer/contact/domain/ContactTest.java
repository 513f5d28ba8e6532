package in.sampark.consumer.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sampark.consumer.connection.domain.ConnectionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactTest {

    private static final ConnectionId CONNECTION = new ConnectionId("DVVNL", "7010000001");
    private static final MobileNumber OLD = new MobileNumber("+919897010001");
    private static final MobileNumber NEW = new MobileNumber("+919897010002");
    private static final Instant MONDAY = Instant.parse("2019-04-29T06:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2019-04-30T06:00:00Z");
    private static final Contact NOBODY = Contact.unknown(CONNECTION, Language.HINDI);

    @Test
    void withoutNumberThereIsNoStanding() {
        assertThat(NOBODY.standing()).isEqualTo(Standing.NONE);
        assertThat(NOBODY.primary()).isEmpty();
    }

    @Test
    void firstClaimIsPrimary() {
        Contact contact = NOBODY.claiming(OLD, MONDAY);

        assertThat(contact.standing()).isEqualTo(Standing.CLAIMED);
        assertThat(contact.primary()).contains(new ContactNumber(OLD, true, MONDAY, null, null));
    }

    @Test
    void claimingTheSameNumberAgainChangesNothing() {
        Contact contact = NOBODY.claiming(OLD, MONDAY);

        assertThat(contact.claiming(OLD, TUESDAY)).isEqualTo(contact);
    }

    @Test
    void laterClaimReplacesAnEarlierOne() {
        Contact contact = NOBODY.claiming(OLD, MONDAY).claiming(NEW, TUESDAY);

        assertThat(contact.numbers()).containsExactly(new ContactNumber(NEW, true, TUESDAY, null, null));
    }

    @Test
    void provenNumberStaysPrimaryBesideAClaim() {
        Contact contact = NOBODY.proving(OLD, MONDAY).claiming(NEW, TUESDAY);

        assertThat(contact.standing()).isEqualTo(Standing.VERIFIED);
        assertThat(contact.numbers())
                .containsExactly(
                        new ContactNumber(OLD, true, MONDAY, MONDAY, null),
                        new ContactNumber(NEW, false, TUESDAY, null, null));
    }

    @Test
    void provenNumberGivesWayToAnotherProvenOne() {
        Contact contact = NOBODY.proving(OLD, MONDAY).claiming(NEW, MONDAY).proving(NEW, TUESDAY);

        assertThat(contact.numbers()).containsExactly(new ContactNumber(NEW, true, MONDAY, TUESDAY, null));
    }

    @Test
    void provingAgainRenewsTheProof() {
        Contact contact = NOBODY.claiming(OLD, MONDAY).proving(OLD, MONDAY).proving(OLD, TUESDAY);

        assertThat(contact.numbers()).containsExactly(new ContactNumber(OLD, true, MONDAY, TUESDAY, null));
    }

    @Test
    void numberNobodyClaimedCanStillBeProven() {
        Contact contact = NOBODY.claiming(OLD, MONDAY).proving(NEW, TUESDAY);

        assertThat(contact.numbers()).containsExactly(new ContactNumber(NEW, true, TUESDAY, TUESDAY, null));
    }

    @Test
    void masterWithoutNumberTakesNoneAway() {
        Contact known = NOBODY.claiming(OLD, MONDAY).next();

        assertThat(declared(Language.HINDI, null).after(Optional.of(known), TUESDAY))
                .isEqualTo(known);
        assertThat(declared(Language.ENGLISH, null)
                        .after(Optional.of(known), TUESDAY)
                        .language())
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void masterOnlyEverClaims() {
        Contact known = NOBODY.proving(OLD, MONDAY).next();

        Contact after = declared(Language.HINDI, NEW).after(Optional.of(known), TUESDAY);

        assertThat(after.primary()).contains(new ContactNumber(OLD, true, MONDAY, MONDAY, null));
        assertThat(declared(Language.HINDI, NEW)
                        .after(Optional.empty(), TUESDAY)
                        .standing())
                .isEqualTo(Standing.CLAIMED);
    }

    @Test
    void oneOfSeveralNumbersIsPrimary() {
        var first = new ContactNumber(OLD, true, MONDAY, null, null);
        var second = new ContactNumber(NEW, true, MONDAY, null, null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contact(CONNECTION, 1, Language.HINDI, List.of(first, second), Preferences.NONE))
                .withMessageContaining("primary numbers: 2 of 2");
    }

    @Test
    void numberStaysOutOfText() {
        assertThat(NOBODY.claiming(OLD, MONDAY).toString()).doesNotContain("9897010001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MobileNumber("9897010001"))
                .withMessageNotContaining("9897010001");
    }

    private static DeclaredContact declared(Language language, @Nullable MobileNumber mobile) {
        return new DeclaredContact(CONNECTION, language, mobile);
    }
}
