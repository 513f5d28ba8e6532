package in.sampark.consumer.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.connection.domain.ConnectionId;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of a contact's numbers whatever happens to them, in whatever order. */
class ContactPropertiesTest {

    private static final Instant BEGIN = Instant.parse("2019-05-01T06:00:00Z");

    enum Kind {
        CLAIM,
        REQUEST,
        PROVE,
        ADD,
        PREFER,
        REMOVE,
        DOUBT
    }

    record Happening(Kind kind, MobileNumber number) {

        Contact to(Contact contact, Instant at) {
            return switch (kind) {
                case CLAIM -> contact.claiming(number, at);
                case REQUEST -> contact.requesting(number, at);
                case PROVE -> contact.proving(number, at);
                case ADD -> contact.adding(number, at);
                case PREFER -> arranged(contact.preferring(number), contact);
                case REMOVE -> arranged(contact.without(number), contact);
                case DOUBT -> contact.doubting(held -> held.number().equals(number), DoubtReason.NOT_MINE, at);
            };
        }

        private static Contact arranged(Arrangement arrangement, Contact before) {
            return arrangement instanceof Arrangement.Arranged(Contact contact) ? contact : before;
        }
    }

    @Property
    void exactlyOneOfAnyNumbersIsPrimaryAndTheBestThereIs(@ForAll("happenings") List<Happening> happenings) {
        Contact contact = nobody();
        for (int i = 0; i < happenings.size(); i++) {
            contact = happenings.get(i).to(contact, BEGIN.plusSeconds(i));

            assertThat(contact.numbers().stream().filter(ContactNumber::primary))
                    .hasSize(Math.min(1, contact.numbers().size()));
            assertThat(contact.numbers().stream().map(ContactNumber::number)).doesNotHaveDuplicates();
            if (contact.numbers().stream().anyMatch(held -> held.standing() == Standing.VERIFIED)) {
                assertThat(contact.standing()).isEqualTo(Standing.VERIFIED);
            }
        }
    }

    @Property
    void claimsNeverTouchWhatIsProven(
            @ForAll("happenings") List<Happening> happenings, @ForAll("numbers") MobileNumber claimed) {
        Contact contact = after(happenings);

        Contact claiming = contact.claiming(claimed, BEGIN.plusSeconds(1000));

        assertThat(claiming.numbers().stream().filter(ContactNumber::wasProven))
                .containsExactlyElementsOf(contact.numbers().stream()
                        .filter(ContactNumber::wasProven)
                        .toList());
    }

    @Property
    void askingForACodeTakesNothingOnFileAway(
            @ForAll("happenings") List<Happening> happenings, @ForAll("numbers") MobileNumber requested) {
        Contact contact = after(happenings);
        List<ContactNumber> onFile =
                contact.numbers().stream().filter(held -> !held.requested()).toList();

        Contact requesting = contact.requesting(requested, BEGIN.plusSeconds(1000));

        assertThat(requesting.numbers()).containsAll(onFile);
        assertThat(requesting.find(requested)).isPresent();
        assertThat(requesting.numbers().stream().filter(ContactNumber::requested))
                .hasSizeLessThanOrEqualTo(1);
        if (!onFile.isEmpty()) {
            assertThat(requesting.primary()).isEqualTo(contact.primary());
        }
    }

    @Property
    void whatWasJustProvenIsTold(
            @ForAll("happenings") List<Happening> happenings, @ForAll("numbers") MobileNumber proven) {
        Contact contact = after(happenings).proving(proven, BEGIN.plusSeconds(1000));

        assertThat(contact.standing()).isEqualTo(Standing.VERIFIED);
        assertThat(contact.primary().map(ContactNumber::number)).contains(proven);
        assertThat(contact.numbers()).allMatch(ContactNumber::wasProven);
    }

    @Property
    void furtherNumberReplacesNone(
            @ForAll("happenings") List<Happening> happenings, @ForAll("numbers") MobileNumber added) {
        Contact before = after(happenings);
        Contact contact = before.adding(added, BEGIN.plusSeconds(1000));

        assertThat(contact.find(added).map(ContactNumber::standing)).contains(Standing.VERIFIED);
        assertThat(contact.numbers().stream().map(ContactNumber::number))
                .containsAll(
                        before.numbers().stream().map(ContactNumber::number).toList());
        if (before.standing() == Standing.VERIFIED) {
            assertThat(contact.primary().map(ContactNumber::number))
                    .isEqualTo(before.primary().map(ContactNumber::number));
        }
    }

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(Arbitraries.of(Kind.class), numbers())
                .as(Happening::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<MobileNumber> numbers() {
        return Arbitraries.integers().between(1, 4).map(i -> new MobileNumber("+91989701000" + i));
    }

    private static Contact after(List<Happening> happenings) {
        Contact contact = nobody();
        for (int i = 0; i < happenings.size(); i++) {
            contact = happenings.get(i).to(contact, BEGIN.plusSeconds(i));
        }
        return contact;
    }

    private static Contact nobody() {
        return Contact.unknown(new ConnectionId("DVVNL", "7010000001"), Language.HINDI);
    }
}
