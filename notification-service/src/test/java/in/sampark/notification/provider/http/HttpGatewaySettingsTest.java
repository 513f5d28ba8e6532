package in.sampark.notification.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.notification.provider.GatewayFile;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A block that cannot work refuses to start, and says which key and value, and what it expected. */
class HttpGatewaySettingsTest {

    private static final String ANSWERS = """
            answers:
              - {status: 200, id: /id, means: accepted}
            """;
    private static final String QUERY = "query: {to: '{to}', msg: '{text}'}\n";

    @Test
    void whatGoesTogetherIsTaken() {
        made(QUERY + ANSWERS).close();
    }

    @Test
    void theMessageIsInOnePlace() {
        refused(ANSWERS, "query, form, json: [] (expected: the message in one of them)");
        refused(
                QUERY + "form: {to: '{to}'}\n" + ANSWERS,
                "query, form, json: [query, form] (expected: the message in one of them)");
        refused(
                "method: GET\nform: {to: '{to}'}\n" + ANSWERS,
                "method: GET with [form] (expected: query, for a GET has no body)");
    }

    @Test
    void whatNoServerTakesIsRefused() {
        refused("method: post\n" + QUERY + ANSWERS, "method: post (expected: one of [GET, POST, PUT, PATCH])");
        refused(
                "headers: {'[X Key]': a}\n" + QUERY + ANSWERS,
                "headers.X Key: cannot be set (expected: a header's name");
        refused("headers: {Content-Length: '5'}\n" + QUERY + ANSWERS, "headers.Content-Length: cannot be set");
        refused(QUERY + ANSWERS.replace("200", "20"), "status: [20] (expected: statuses of HTTP, 100 to 599)");
    }

    @Test
    void aTimeOutEnds() {
        refused("connect-timeout: 0s\n" + QUERY + ANSWERS, "connect-timeout: PT0S (expected: more than 0");
        refused("response-timeout: 0s\n" + QUERY + ANSWERS, "response-timeout: PT0S (expected: more than 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://gateway.example/send#now", "https://us:secret@gateway.example/send"})
    void whatOfAUrlWouldNotBeSentIsRefusedAndNotRepeated(String url) {
        assertThatThrownBy(() -> GatewayFile.of("http:\n  url: " + url + "\n" + (QUERY + ANSWERS).indent(2))
                        .http())
                .satisfies(failure -> assertThat(messages(failure))
                        .contains("url: has a user or a fragment (expected: neither")
                        .doesNotContain("secret"));
    }

    @Test
    void aPlaceIsForSomething() {
        refused("query: {to: '{number}'}\n" + ANSWERS, "query.to: {number} (expected: one of [");
        refused("headers: {X-Type: '{type}'}\n" + QUERY + ANSWERS, "headers.X-Type: {type} (expected: one of [");
        refused("json: '{\"to\": \"{signature}\"}'\n" + ANSWERS, "json: {signature} (expected: one of [");
        refused("signature: {over: ['{key}']}\n" + QUERY + ANSWERS, "signature.over: {key} (expected: one of [");
    }

    @Test
    void whatOnlyLooksLikeAPlaceIsRefused() {
        refused(
                "headers: {X-Key: 'Bearer {api.key}'}\n" + QUERY + ANSWERS,
                "headers.X-Key: Bearer {api.key} (expected: braces");
        refused("query: {to: '{to}', msg: '{ text }'}\n" + ANSWERS, "query.msg: { text } (expected: braces");
    }

    @Test
    void aMessageSaysWhomItIsForAndWhat() {
        refused(
                "query: {msg: '{text}'}\n" + ANSWERS,
                "no place for the number (expected: one of [msisdn, national, to])");
        refused(
                "signature: {over: ['{text}']}\nquery: {to: '{to}', sign: '{signature}'}\n" + ANSWERS,
                "no place for the text (expected: one of [gatewayTemplateId, text])");
    }

    @Test
    void aPlaceHasOneMeaning() {
        refused(
                "credentials: {to: secret}\n" + QUERY + ANSWERS,
                "credentials.to: a part of every message has that name (expected: another)");
    }

    @Test
    void aCredentialIsThere() {
        refused(
                "credentials: {password: ''}\n" + QUERY + ANSWERS,
                "credentials.password: blank (expected: what the gateway gave you)");
        refused(
                "basic-auth: {user: us, password: ' '}\n" + QUERY + ANSWERS,
                "basic-auth.password: blank (expected: a secret)");
        refused(
                "basic-auth: {user: 'u:s', password: p}\n" + QUERY + ANSWERS,
                "basic-auth.user: has a colon (expected: none, by RFC 7617)");
    }

    @Test
    void whatLetsUsInHasAPlace() {
        refused(
                "credentials: {user: us, key: secret}\nheaders: {X-User: '{user}'}\n" + QUERY + ANSWERS,
                "credentials.key: no place for it (expected: {key} in headers,");
        refused(
                "signature: {over: ['{text}']}\n" + QUERY + ANSWERS,
                "signature: no place for it (expected: {signature} in headers,");
        made("credentials: {key: secret}\nsignature: {over: ['{text}', '{key}']}\nheaders: {X-Sign: '{signature}'}\n"
                        + QUERY + ANSWERS)
                .close();
    }

    @Test
    void whatIsSetIsUsed() {
        refused(
                "text: {type: {gsm7: '0', unicode: '1'}}\n" + QUERY + ANSWERS,
                "text.type: no place for it (expected: {type}");
        refused(
                "templates: {'1107': ours}\n" + QUERY + ANSWERS,
                "templates: no place for it (expected: {gatewayTemplateId}");
        refused(
                "basic-auth: {user: us, password: p}\nheaders: {authorization: Bearer}\n" + QUERY + ANSWERS,
                "headers.Authorization: beside basic-auth (expected: one of them)");
        refused(
                "credentials: {signature: s}\nsignature: {over: ['{text}']}\nheaders: {X-Sign: '{signature}'}\n" + QUERY
                        + ANSWERS,
                "credentials.signature: what is signed has that name (expected: another)");
    }

    @Test
    void everyAnswerComesToCount() {
        refused(
                QUERY + "answers: [{id: /id, means: accepted}, {status: 400, means: refused}]",
                "answers[1]: never comes to count, for answers[0] fits all that it fits (expected: before that one)");
        refused(
                QUERY + ANSWERS
                        + "  - {status: '400, 500', means: refused}\n  - {status: 400, at: /code, means: throttled}",
                "answers[2]: never comes to count, for answers[1]");
        refused(
                QUERY + ANSWERS + "  - {at: /code, means: refused}\n  - {at: /code, is: '7', means: throttled}",
                "answers[2]: never comes to count, for answers[1]");
        made(QUERY + ANSWERS
                        + "  - {at: /code, is: '7', means: throttled}\n  - {at: /code, means: refused}\n  - {status: 400, means: refused}")
                .close();
    }

    @Test
    void jsonIsJson() {
        refused("json: '[]'\n" + ANSWERS, "json: [] (expected: a JSON object)");
        refused("json: '{\"to\": '\n" + ANSWERS, "(expected: a JSON object)");
    }

    @Test
    void aSignatureIsOfAKnownKind() {
        refused(
                "signature: {algorithm: SHA-7, over: ['{text}']}\n" + QUERY + ANSWERS,
                "signature.algorithm: SHA-7 (expected: a digest, e.g. SHA-512)");
    }

    @Test
    void someAnswerAcceptsAndNamesTheMessage() {
        refused(
                QUERY + "answers: [{status: 400, means: refused}]",
                "answers: none means accepted (expected: one at least)");
        refused(
                QUERY + "answers: [{status: 200, means: accepted}]",
                "means: accepted without an id (expected: id, a JSON pointer, or a group (?<id>…) in body)");
        refused(
                QUERY + "answers: [{is: ok, id: /id, means: accepted}]",
                "is: ok (expected: beside at, a JSON pointer to the value)");
        refused(
                QUERY + "answers: [{id: /id, means: accepted}, {means: refused}]",
                "status, body, at, id: none (expected: one at least");
        refused(QUERY + "answers: [{id: id, means: accepted}]", "http.answers[0].id");
        refused(QUERY + "answers: [{id: /id, means: fine}]", "http.answers[0].means");
        refused(QUERY + "answers: [{body: '(', id: /id, means: accepted}]", "http.answers[0].body");
    }

    @ParameterizedTest
    @CsvSource({
        "gateway.example/send?key=secret, 'scheme null, host null'",
        "ftp://us:secret@gateway.example/send, 'scheme ftp, host gateway.example'",
        "'https:///send', 'scheme https, host null'"
    })
    void theAddressIsOneOfTheWebAndWhatItTellsIsNotRepeated(String url, String said) {
        assertThatThrownBy(() -> GatewayFile.of("http:\n  url: " + url + "\n" + (QUERY + ANSWERS).indent(2))
                        .http())
                .rootCause()
                .hasMessage("url: " + said + " (expected: http:// or https:// and a host)");
    }

    @Test
    void everyTemplateHasANameAtAGatewayThatWritesTheTextItself() {
        HttpGatewaySettings settings = new GatewayFile(
                        "msg91",
                        Map.of(
                                "SAMPARK_MSG91_AUTHKEY", "k",
                                "sampark.providers.msg91.http.templates.1107000000000020001", "664f"))
                .http();
        new HttpSmsGateway("msg91", settings, Set.of("1107000000000020001"), Clock.systemUTC()).close();
        assertThatThrownBy(() -> new HttpSmsGateway(
                        "msg91", settings, Set.of("1107000000000020001", "1107000000000020002"), Clock.systemUTC()))
                .hasMessage(
                        "templates: none for [1107000000000020002] (expected: the gateway's own id of each template)");
    }

    @Test
    void credentialsDoNotShow() {
        HttpGatewaySettings settings = block(
                        "credentials: {key: hush}\nbasic-auth: {user: hush, password: hush}\n" + QUERY + ANSWERS)
                .http();
        assertThat(settings.toString()).doesNotContain("hush");
    }

    private static void refused(String block, String message) {
        assertThatThrownBy(() -> made(block))
                .satisfies(failure -> assertThat(messages(failure)).contains(message));
    }

    private static String messages(Throwable failure) {
        var all = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
        }
        return all.toString();
    }

    private static HttpSmsGateway made(String block) {
        return new HttpSmsGateway("ours", block(block).http(), Set.of(), Clock.systemUTC());
    }

    private static GatewayFile block(String block) {
        return GatewayFile.of("http:\n  url: https://gateway.example/send\n" + block.indent(2));
    }
}
