package in.sampark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.ConsumerApi.Challenge;
import in.sampark.contract.Topics;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.platform.test.TestTopics;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.r2dbc.core.DatabaseClient;

/** No number, name or code is readable where it does not have to be. */
@ConsumerTest
@ExtendWith(OutputCaptureExtension.class)
class PrivacyTest {

    private static final Row ROW = new Row("7600000001", "Sharmishtha Chaturvedi", "9897060001", "hi", "MATHURA", "2");
    private static final String PROVEN = "9897060002";

    @Autowired
    private ConsumerApi api;

    @Autowired
    private TestTopics topics;

    @Autowired
    private DatabaseClient database;

    @Test
    void numbersNamesAndCodesAreReadableNowhere(CapturedOutput log) {
        api.imported(Row.file(ROW));
        api.imported(Row.file(ROW.mobile("98970600012")));
        Challenge challenge = api.challenge(ROW.connectionId(), PROVEN);
        String code = api.code(challenge);
        api.verify(challenge.challengeId(), api.wrongCode(challenge))
                .expectStatus()
                .isEqualTo(422);
        api.verify(challenge.challengeId(), code).expectStatus().isOk();
        api.verify(challenge.challengeId(), code).expectStatus().isEqualTo(410);
        api.send(ROW.connectionId(), "98970600013").expectStatus().isBadRequest();
        api.contact(ROW.connectionId(), known -> known.getStanding() == ContactStanding.VERIFIED);

        for (String personal : List.of("9897060001", PROVEN, "Sharmishtha", "Chaturvedi")) {
            assertThat(tables()).as("tables").noneMatch(row -> row.contains(personal));
            assertThat(topicsAsText()).as("topics").noneMatch(record -> record.contains(personal));
            assertThat(log.getAll()).as("log").doesNotContain(personal);
        }
        assertThat(rows("select to_jsonb(t)::text from otp_challenge t where challenge_id::text = '"
                        + challenge.challengeId() + "'"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.replaceAll("[0-9a-f]{32,}", "")).doesNotContain("\"" + code + "\""));
        assertThat(topicsAsText()).noneMatch(record -> record.contains(code));
    }

    /** Every row of every table, bytes also read as text. */
    private List<String> tables() {
        return rows("select tablename::text from pg_tables where schemaname = 'public'").stream()
                .flatMap(table -> rows("select t::text from " + table + " t").stream())
                .flatMap(row -> List.of(row, bytesAsText(row)).stream())
                .toList();
    }

    private static String bytesAsText(String row) {
        var hex = Pattern.compile("\\\\x((?:[0-9a-f]{2})+)").matcher(row);
        return hex.replaceAll(bytes -> Matcher.quoteReplacement(
                new String(HexFormat.of().parseHex(bytes.group(1)), StandardCharsets.ISO_8859_1)));
    }

    private List<String> topicsAsText() {
        return List.of(Topics.CONNECTIONS, Topics.CONTACTS, Topics.OTP_REQUESTED).stream()
                .flatMap(topic -> topics.readAllBytes(topic.name()).stream())
                .map(record -> text(record.key()) + text(record.value()))
                .toList();
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private List<String> rows(String sql) {
        return database.sql(sql)
                .mapValue(String.class)
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
