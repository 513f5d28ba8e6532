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
    private static final MobileNumber THIRD = new MobileNumber("+919897010003");
    private static final MobileNumber MISTYPED = new MobileNumber("+919897010004");
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
        assertThat(contact.primary()).contains(new ContactNumber(OLD, true, MONDAY, null, null, false));
    }

    @Test
    void claimingTheSameNumberAgainChangesNothing() {
        Contact contact = NOBODY.claiming(OLD, MONDAY);

        assertThat(contact.claiming(OLD, TUESDAY)).isEqualTo(contact);
    }

    @Test
    void laterClaimReplacesAnEarlierOne() {
        Contact contact = NOBODY.claiming(OLD, MONDAY).claiming(NEW, TUESDAY);

        assertThat(contact.numbers()).containsExactly(new ContactNumber(NEW, true, TUESDAY, null, null, false));
    }

    @Test
    void provenNumberStaysPrimaryBesideAClaim() {
        Contact contact = NOBODY.proving(OLD, MONDAY).claiming(NEW, TUESDAY);

        assertThat(contact.standing()).isEqualTo(Standing.VERIFIED);
        assertThat(contact.numbers())
                .containsExactly(
                        new ContactNumber(OLD, true, MONDAY, MONDAY, null, false),
                        new ContactNumber(NEW, false, TUESDAY, null, null, false));
    }

    @Test
    void numberAskedForTakesNoPlaceBeforeItIsProven() {
        Contact contact = NOBODY.claiming(OLD, MONDAY).requesting(NEW, TUESDAY);

        assertThat(contact.numbers())
                .containsExactly(
                        new ContactNumber(OLD, true, MONDAY, null, null, false),
                        new ContactNumber(NEW, false, TUESDAY, null, null, true));
        assertThat(contact.proving(NEW, TUESDAY).numbers())
                .containsExactly(new ContactNumber(NEW, true, TUESDAY, TUESDAY, null, false));
    }

    @Test
    void numberAskedForInVainMakesRoomForTheNextOneAlone() {
        Contact contact = NOBODY.proving(OLD, MONDAY)
                .claiming(NEW, MONDAY)
                .requesting(MISTYPED, MONDAY)
                .requesting(THIRD, TUESDAY);

        assertThat(contact.numbers()).extracting(ContactNumber::number).containsExactly(OLD, NEW, THIRD);
    }

    @Test
    void numberAskedForIsPrimaryOnlyWhereThereIsNoOther() {
        Contact contact = NOBODY.requesting(MISTYPED, MONDAY);

        assertThat(contact.primary().map(ContactNumber::number)).contains(MISTYPED);
        assertThat(contact.requesting(NEW, TUESDAY).numbers())
                .containsExactly(new ContactNumber(NEW, true, TUESDAY, null, null, true));
        assertThat(contact.claiming(OLD, TUESDAY).numbers())
                .containsExactly(
                        new ContactNumber(OLD, true, TUESDAY, null, null, false),
                        new ContactNumber(MISTYPED, false, MONDAY, null, null, true));
    }

    @Test
    void masterTakesWhatWasAskedForOnFile() {
        Contact contact = NOBODY.claiming(OLD, MONDAY).requesting(NEW, MONDAY).claiming(NEW, TUESDAY);

        assertThat(contact.numbers()).containsExactly(new ContactNumber(NEW, true, TUESDAY, null, null, false));
    }

    @Test
    void furtherNumberStandsBesideOneThatWasNeverProven() {
        Contact contact = NOBODY.claiming(OLD, MONDAY).requesting(NEW, MONDAY).adding(NEW, TUESDAY);

        assertThat(contact.numbers())
                .containsExactly(
                        new ContactNumber(NEW, true, MONDAY, TUESDAY, null, false),
                        new ContactNumber(OLD, false, MONDAY, null, null, false));
    }

    @Test
    void provenNumberGivesWayToAnotherProvenOne() {
        Contact contact = NOBODY.proving(OLD, MONDAY).claiming(NEW, MONDAY).proving(NEW, TUESDAY);

        assertThat(contact.numbers()).containsExactly(new ContactNumber(NEW, true, MONDAY, TUESDAY, null, false));
    }

    @Test
    void provingAgainRenewsTheProof() {
        Contact contact = NOBODY.claiming(OLD, MONDAY).proving(OLD, MONDAY).proving(OLD, TUESDAY);

        assertThat(contact.numbers()).containsExactly(new ContactNumber(OLD, true, MONDAY, TUESDAY, null, false));
    }

    @Test
    void numberNobodyClaimedCanStillBeProven() {
        Contact contact = NOBODY.claiming(OLD, MONDAY).proving(NEW, TUESDAY);

        assertThat(contact.numbers()).containsExactly(new ContactNumber(NEW, true, TUESDAY, TUESDAY, null, false));
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

        assertThat(after.primary()).contains(new ContactNumber(OLD, true, MONDAY, MONDAY, null, false));
        assertThat(declared(Language.HINDI, NEW)
                        .after(Optional.empty(), TUESDAY)
                        .standing())
                .isEqualTo(Standing.CLAIMED);
    }

    @Test
    void oneOfSeveralNumbersIsPrimary() {
        var first = new ContactNumber(OLD, true, MONDAY, null, null, false);
        var second = new ContactNumber(NEW, true, MONDAY, null, null, false);

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
