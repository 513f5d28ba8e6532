package in.sampark.consumer;

import static in.sampark.consumer.ConsumerApi.ALIGARH;
import static in.sampark.consumer.ConsumerApi.MATHURA;
import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.ConsumerApi.Challenge;
import in.sampark.contract.consumer.ContactStanding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ConsumerTest
class NumbersTest {

    private static int tests;

    @Autowired
    private ConsumerApi api;

    private Row row = Row.of("6300000000");
    private String mobile = "";
    private String other = "";

    record View(String connectionId, long version, String standing, List<Held> numbers) {

        Held ending(String number) {
            return numbers.stream()
                    .filter(held -> held.maskedNumber().endsWith(number.substring(6)))
                    .findAny()
                    .orElseThrow();
        }
    }

    record Held(
            String numberId,
            String maskedNumber,
            boolean primary,
            String standing,
            long connections,
            boolean unusual) {}

    record Shared(List<Entry> entries) {
        record Entry(String maskedNumber, long connections, List<String> connectionIds) {}
    }

    @BeforeEach
    void importConnection() {
        tests++;
        row = Row.of("63000000" + tests / 10 + tests % 10);
        mobile = "98113300" + tests / 10 + tests % 10;
        other = "98113310" + tests / 10 + tests % 10;
        assertThat(api.imported(Row.file(row)).taken()).isOne();
    }

    @Test
    void furtherNumberStaysBesideThePrimaryAndMayTakeItsPlace() {
        prove(mobile, false);
        prove(other, true);

        View two = view();
        assertThat(two.numbers()).hasSize(2).allMatch(held -> held.standing().equals("VERIFIED"));
        assertThat(two.ending(mobile).primary()).isTrue();

        String numbers = numbers(two.ending(other)) + "/primary";
        api.put(numbers, "officer", MATHURA).expectStatus().isEqualTo(428);
        View preferred = ConsumerApi.body(api.put(numbers, two.version(), "officer", MATHURA), View.class);

        assertThat(preferred.ending(other).primary()).isTrue();
        assertThat(preferred.version()).isEqualTo(two.version() + 1);
        assertThat(api.number(api.contact(row.connectionId(), known -> known.getVersion() == preferred.version())))
                .isEqualTo("+91" + other);
        api.put(numbers, two.version(), "officer", MATHURA)
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(preferred.version());
        assertThat(noted()).containsOnlyOnce("NUMBERS_ARRANGED");
    }

    @Test
    void primaryNumberGoesLast() {
        prove(mobile, false);
        prove(other, true);
        View two = view();

        api.delete(numbers(two.ending(mobile)), two.version(), "officer", MATHURA)
                .expectStatus()
                .isEqualTo(409);
        api.delete(numbers(two.ending(other)), two.version(), "officer", MATHURA)
                .expectStatus()
                .isOk();
        api.delete(numbers(two.ending(other)), two.version() + 1, "officer", MATHURA)
                .expectStatus()
                .isNotFound();
        api.delete(numbers(two.ending(mobile)), two.version() + 1, "officer", MATHURA)
                .expectStatus()
                .isOk();

        assertThat(view().numbers()).isEmpty();
        assertThat(api.contact(row.connectionId(), known -> known.getStanding() == ContactStanding.NONE)
                        .getSealedNumber())
                .isNull();
    }

    @Test
    void claimedNumberCannotBeToldBeforeAProvenOne() {
        prove(mobile, false);
        api.challenge(row.connectionId(), other);

        api.put(numbers(view().ending(other)) + "/primary", view().version(), "officer", MATHURA)
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void numberOnFileStaysUntilAnotherIsProven() {
        api.imported(Row.file(row.mobile(mobile)));
        api.challenge(row.connectionId(), mistyped());
        Challenge challenge = api.challenge(row.connectionId(), other);

        View asked = view();
        assertThat(asked.numbers()).hasSize(2);
        assertThat(asked.ending(mobile).primary()).isTrue();
        assertThat(api.number(api.contact(row.connectionId(), known -> known.getVersion() == asked.version())))
                .isEqualTo("+91" + mobile);

        api.verify(challenge.challengeId(), api.code(challenge)).expectStatus().isOk();

        assertThat(view().numbers()).singleElement().isEqualTo(view().ending(other));
    }

    @Test
    void furtherNumberStandsBesideTheOneOnFile() {
        api.imported(Row.file(row.mobile(mobile)));

        prove(other, true);

        assertThat(view().numbers()).hasSize(2);
        assertThat(view().ending(other).primary()).isTrue();
        assertThat(view().ending(mobile).standing()).isEqualTo("CLAIMED");
    }

    @Test
    void numbersOfAnotherAreaAreNotFound() {
        prove(mobile, false);
        String number = numbers(view().numbers().getFirst());

        api.put(number + "/primary", 3, "officer", ALIGARH).expectStatus().isNotFound();
        api.delete(number, 3, "officer", ALIGARH).expectStatus().isNotFound();
        api.delete(number, 3, "integration", MATHURA).expectStatus().isForbidden();
        assertThat(view().numbers()).hasSize(1);
    }

    @Test
    void numberOfMoreConnectionsThanUsualIsFlagged() {
        Row[] rows = IntStream.range(0, 7)
                .mapToObj(i -> Row.of("631" + tests % 10 + "%06d".formatted(i))
                        .mobile(i < 6 ? mobile : other)
                        .circle(i == 5 ? "ALIGARH" : "MATHURA"))
                .toArray(Row[]::new);
        api.imported(Row.file(rows));

        View first = ConsumerApi.body(
                api.get("connections/" + rows[0].connectionId() + "/contact", "officer", MATHURA), View.class);
        View last = ConsumerApi.body(
                api.get("connections/" + rows[6].connectionId() + "/contact", "officer", MATHURA), View.class);

        assertThat(first.numbers().getFirst().connections()).isEqualTo(6);
        assertThat(first.numbers().getFirst().unusual()).isTrue();
        assertThat(last.numbers().getFirst().unusual()).isFalse();
        assertThat(shared(MATHURA)).singleElement().satisfies(entry -> {
            assertThat(entry.connections()).isEqualTo(6);
            assertThat(entry.connectionIds())
                    .containsExactlyElementsOf(
                            Arrays.stream(rows).limit(5).map(Row::connectionId).toList());
        });
        assertThat(shared(ALIGARH))
                .singleElement()
                .satisfies(entry -> assertThat(entry.connectionIds()).containsExactly(rows[5].connectionId()));
        assertThat(shared("DVVNL/AGRA/AGRA")).isEmpty();
        api.get("shared-numbers", "officer", MATHURA).expectStatus().isForbidden();
    }

    private List<Shared.Entry> shared(String area) {
        return ConsumerApi.body(api.get("shared-numbers", "supervisor", area), Shared.class).entries().stream()
                .filter(entry -> entry.maskedNumber().endsWith(mobile.substring(6)))
                .toList();
    }

    private void prove(String number, boolean further) {
        Challenge challenge = ConsumerApi.body(
                api.post(
                        "/api/v1/connections/" + row.connectionId() + "/otp-challenges",
                        Map.of("mobile", number, "further", further),
                        "officer",
                        MATHURA),
                Challenge.class);
        api.verify(challenge.challengeId(), api.code(challenge)).expectStatus().isOk();
    }

    private String mistyped() {
        return "98113320" + tests / 10 + tests % 10;
    }

    private String noted() {
        return ConsumerApi.body(api.get("audit?connection=" + row.connectionId(), "supervisor", MATHURA), String.class);
    }

    private View view() {
        return ConsumerApi.body(
                api.get("connections/" + row.connectionId() + "/contact", "officer", MATHURA), View.class);
    }

    private String numbers(Held held) {
        return "connections/" + row.connectionId() + "/contact/numbers/" + held.numberId();
    }
}
