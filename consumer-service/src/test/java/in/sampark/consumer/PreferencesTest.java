package in.sampark.consumer;

import static in.sampark.consumer.ConsumerApi.ALIGARH;
import static in.sampark.consumer.ConsumerApi.MATHURA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import in.sampark.contract.consumer.Contact;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ConsumerTest
class PreferencesTest {

    private static int tests;

    @Autowired
    private ConsumerApi api;

    @Autowired
    private TestClock clock;

    @Autowired
    private DatabaseClient database;

    private Row row = Row.of("6100000000");
    private String path = "";

    @BeforeEach
    void importConnection() {
        tests++;
        row = Row.of("61000000" + tests / 10 + tests % 10);
        path = "connections/" + row.connectionId();
        assertThat(api.imported(Row.file(row)).taken()).isOne();
    }

    @Test
    void whatAConsumerPrefersTravelsWithTheContact() {
        wish(Map.of(
                        "language", "en",
                        "switchedOff", List.of("RECHARGE", "CAMPAIGN"),
                        "lowBalanceRupees", 250.5,
                        "quietFrom", "22:00",
                        "quietTo", "06:30"))
                .expectStatus()
                .isOk();

        Contact contact = api.contact(row.connectionId(), known -> known.getVersion() == 2);
        assertThat(contact.getLanguage()).isEqualTo("en");
        assertThat(contact.getSwitchedOff()).containsExactly("CAMPAIGN", "RECHARGE");
        assertThat(contact.getLowBalancePaise()).isEqualTo(25_050);
        assertThat(contact.getLowBalanceDays()).isNull();
        assertThat(contact.getQuietFrom()).isEqualTo(1320);
        assertThat(contact.getQuietTo()).isEqualTo(390);
        api.get(path + "/preferences", "helpdesk", MATHURA).expectBody().json("""
                {"version": 2, "language": "en", "switchedOff": ["CAMPAIGN", "RECHARGE"], "lowBalanceRupees": 250.50,
                 "quietFrom": "22:00", "quietTo": "06:30", "consents": []}
                """);
        wish(Map.of("language", "en", "lowBalanceDays", 5)).expectStatus().isOk();
        Contact later = api.contact(row.connectionId(), known -> known.getVersion() == 3);
        assertThat(later.getSwitchedOff()).isEmpty();
        assertThat(later.getLowBalancePaise()).isNull();
        assertThat(later.getLowBalanceDays()).isEqualTo(5);
        assertThat(later.getQuietFrom()).isNull();
    }

    @Test
    void ofTwoWhoTakeDownWishesTheSecondIsToldThatTheyChanged() {
        Map<String, ?> wish = Map.of("language", "en");
        api.get(path + "/preferences", "officer", MATHURA).expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");

        api.put(path + "/preferences", wish, "\"1\"", "officer", MATHURA)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"");

        api.put(path + "/preferences", Map.of("language", "hi"), "\"1\"", "officer", MATHURA)
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_FAILED)
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2);
        api.put(path + "/preferences", wish, null, "officer", MATHURA)
                .expectStatus()
                .isEqualTo(HttpStatus.PRECONDITION_REQUIRED);
        assertThat(api.contact(row.connectionId(), known -> known.getVersion() == 2)
                        .getLanguage())
                .isEqualTo("en");
    }

    @Test
    void languageTheConsumerChoseIsNotOverruledByTheMaster() {
        wish(Map.of("language", "en")).expectStatus().isOk();

        api.imported(Row.file(row.load("3")));

        assertThat(api.contact(row.connectionId(), known -> true).getLanguage()).isEqualTo("en");
    }

    @Test
    void whatTheLawDemandsCannotBeSwitchedOff() {
        for (Map<String, ?> wish : List.of(
                Map.of("language", "hi", "switchedOff", List.of("OUTAGE")),
                Map.of("language", "hi", "switchedOff", List.of("SUPPLY")),
                Map.of("language", "hi", "switchedOff", List.of("WEATHER")),
                Map.of("language", "fr"),
                Map.of("language", "hi", "lowBalanceRupees", 0),
                Map.of("language", "hi", "lowBalanceRupees", 0.001),
                Map.of("language", "hi", "lowBalanceDays", 61),
                Map.of("language", "hi", "lowBalanceDays", 5, "lowBalanceRupees", 100),
                Map.of("language", "hi", "quietFrom", "22:00"),
                Map.of("language", "hi", "quietFrom", "22:00", "quietTo", "22:00"),
                Map.of("language", "hi", "quietFrom", "22:00:30", "quietTo", "06:00"))) {
            wish(wish)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.expected")
                    .exists();
        }
        assertThat(api.contact(row.connectionId(), known -> true).getVersion()).isOne();
    }

    @Test
    void everyConsentAndItsWithdrawalStayInTheLedger() {
        say("WHATSAPP", true, "v1").expectStatus().isOk();
        clock.advance(Duration.ofDays(1));
        say("SMS", true, "v2").expectStatus().isOk();
        clock.advance(Duration.ofDays(1));
        say("WHATSAPP", false, "v2").expectStatus().isOk();

        assertThat(api.contact(row.connectionId(), known -> known.getVersion() == 4)
                        .getConsents())
                .containsExactly("SMS/SERVICE");
        api.get(path + "/consents", "officer", MATHURA).expectBody().json("""
                [{"channel": "WHATSAPP", "purpose": "SERVICE", "given": false, "source": "CAMP", "wordingVersion": "v2",
                  "notedBy": "test-officer"},
                 {"channel": "SMS", "given": true, "wordingVersion": "v2"},
                 {"channel": "WHATSAPP", "given": true, "wordingVersion": "v1"}]
                """);
        for (String change : List.of(
                "update consent_entry set given = true", "delete from consent_entry", "truncate consent_entry")) {
            assertThatException()
                    .isThrownBy(() -> database.sql(change).then().block())
                    .withMessageContaining("only grows");
        }
    }

    @Test
    void consentSaysForWhatAndHow() {
        for (Map<String, ?> said : List.of(
                Map.of("channel", "FAX", "purpose", "SERVICE", "given", true, "source", "CAMP", "wordingVersion", "v1"),
                Map.of("channel", "SMS", "purpose", "SERVICE", "source", "CAMP", "wordingVersion", "v1"),
                Map.of("channel", "SMS", "purpose", "SERVICE", "given", true, "wordingVersion", "v1"),
                Map.of("channel", "SMS", "purpose", "SERVICE", "given", true, "source", "CAMP"))) {
            api.post("/api/v1/" + path + "/consents", said, "officer", MATHURA)
                    .expectStatus()
                    .isBadRequest();
        }
    }

    @Test
    void consumersOfAnotherAreaAreNotFound() {
        api.get(path + "/preferences", "officer", ALIGARH).expectStatus().isNotFound();
        api.get(path + "/consents", "officer", ALIGARH).expectStatus().isNotFound();
        api.put(path + "/preferences", Map.of("language", "en"), "\"1\"", "officer", ALIGARH)
                .expectStatus()
                .isNotFound();
        api.put(path + "/preferences", Map.of("language", "en"), "\"1\"", "integration", MATHURA)
                .expectStatus()
                .isForbidden();
    }

    private ResponseSpec wish(Map<String, ?> wish) {
        return api.put(path + "/preferences", wish, api.tag(row.connectionId(), MATHURA), "officer", MATHURA);
    }

    private ResponseSpec say(String channel, boolean given, String wording) {
        return api.post(
                "/api/v1/" + path + "/consents",
                Map.of(
                        "channel", channel,
                        "purpose", "SERVICE",
                        "given", given,
                        "source", "CAMP",
                        "wordingVersion", wording),
                "officer",
                MATHURA);
    }
}
