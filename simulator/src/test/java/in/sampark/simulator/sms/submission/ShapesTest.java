package in.sampark.simulator.sms.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import in.sampark.simulator.SimulatorTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.json.JsonMapper;

/** What a sender sees of the gateway in the shapes of others: same inbox, its own words, its own receipts. */
@SimulatorTest
class ShapesTest {

    private static final List<String> RECEIPTS = new CopyOnWriteArrayList<>();
    private static final HttpServer RECEIVER = receiver();
    private static final String HINDI = "शेष Rs 91.42 & चालू";

    @Autowired
    private WebTestClient http;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add(
                "simulator.sms.receipts.url",
                () -> "http://127.0.0.1:" + RECEIVER.getAddress().getPort() + "/{gateway}");
        settings.add("simulator.sms.receipts.secret", () -> "a secret");
        settings.add("simulator.sms.flows.664f.header", () -> "DVVNLT");
        settings.add("simulator.sms.flows.664f.template-id", () -> "1107161234567890123");
        settings.add("simulator.sms.flows.664f.text", () -> "शेष Rs ##balance## & ##state##");
    }

    @AfterAll
    static void stop() {
        RECEIVER.stop(0);
    }

    @Test
    void msdgTakesWhatIsSigned() throws Exception {
        String content = entities(HINDI);
        String id =
                msdg(content, sha512("dvvnl" + "DVVNLT" + content + "a-key")).replace("402,MsgID = ", "");

        assertThat(text(id)).isEqualTo(HINDI);
        awaitReceipt("POST /msdg?secret=a secret", "msgid=" + id, "mobileno=919897010005", "status=DELIVRD");
    }

    @Test
    void msdgRefusesInItsOwnWords() throws Exception {
        assertThat(msdg("text", sha512("dvvnl" + "DVVNLT" + "another text" + "a-key")))
                .startsWith("416,");
        assertThat(form("/sms/msdg/esms/sendsmsrequestDLT", Map.of("username", "dvvnl", "password", "wrong")))
                .startsWith("401,");
    }

    @Test
    void msg91FillsTheTextItself() {
        String id = JsonMapper.shared()
                .readTree(msg91("a-key", "664f"))
                .get("message")
                .asString();

        assertThat(text(id)).isEqualTo(HINDI);
        awaitReceipt("POST /msg91?secret=a secret", "data=[{", "\"requestId\":\"" + id + "\"", "\"status\":\"1\"");
    }

    @Test
    void msg91RefusesInItsOwnWords() {
        assertThat(msg91("wrong", "664f")).contains("\"type\":\"error\"", "\"code\":\"207\"");
        assertThat(msg91("a-key", "unheard-of")).contains("\"type\":\"error\"", "\"code\":\"211\"");
    }

    @Test
    void gupshupTellsByCalls() {
        String answer = gupshup("a-key", "919897010005");
        assertThat(answer).startsWith("success | 919897010005 | ");
        String id = answer.substring(answer.lastIndexOf(' ') + 1);

        assertThat(text(id)).isEqualTo(HINDI);
        awaitReceipt("GET /gupshup?", "secret=a secret", "externalId=" + id, "status=SUCCESS");
    }

    @Test
    void gupshupRefusesInItsOwnWords() {
        assertThat(gupshup("wrong", "919897010005")).startsWith("error | 102 |");
        assertThat(gupshup("a-key", "12")).startsWith("error | 105 |");
    }

    private static void awaitReceipt(String... parts) {
        await().untilAsserted(() ->
                assertThat(RECEIPTS).anySatisfy(receipt -> assertThat(receipt).contains(parts)));
    }

    private String msdg(String content, String key) {
        return form(
                "/sms/msdg/esms/sendsmsrequestDLT",
                Map.of(
                        "username", "dvvnl",
                        "password", "a-key",
                        "senderid", "DVVNLT",
                        "content", content,
                        "smsservicetype", "unicodemsg",
                        "mobileno", "9897010005",
                        "templateid", "1107161234567890123",
                        "key", key));
    }

    private String msg91(String key, String flow) {
        return answer(http.post()
                .uri("/sms/msg91/api/v5/flow")
                .header("authkey", key)
                .bodyValue(Map.of(
                        "template_id",
                        flow,
                        "recipients",
                        List.of(Map.of("mobiles", "919897010005", "balance", "91.42", "state", "चालू"))))
                .exchange());
    }

    private String gupshup(String password, String number) {
        return form(
                "/sms/gupshup/GatewayAPI/rest",
                Map.of(
                        "method", "SendMessage",
                        "auth_scheme", "plain",
                        "userid", "2000",
                        "password", password,
                        "send_to", number,
                        "msg", HINDI,
                        "msg_type", "UNICODE_TEXT",
                        "mask", "DVVNLT",
                        "principalEntityId", "1001234567890123456",
                        "dltTemplateId", "1107161234567890123"));
    }

    private String form(String path, Map<String, String> fields) {
        var form = new LinkedMultiValueMap<String, String>();
        fields.forEach(form::add);
        return answer(
                http.post().uri(path).body(BodyInserters.fromFormData(form)).exchange());
    }

    private static String answer(WebTestClient.ResponseSpec response) {
        @Nullable String body = response.expectBody(String.class).returnResult().getResponseBody();
        return body == null ? "" : body;
    }

    private String text(String id) {
        String inbox = answer(http.get().uri("/inbox/messages?to=9897010005").exchange());
        return JsonMapper.shared()
                .readTree(inbox)
                .valueStream()
                .filter(message -> message.get("id").asString().equals(id))
                .map(message -> message.get("text").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String entities(String text) {
        var entities = new StringBuilder();
        text.codePoints()
                .forEach(character -> entities.append("&#").append(character).append(';'));
        return entities.toString();
    }

    private static String sha512(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private static HttpServer receiver() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", ShapesTest::remember);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remember(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body;
        RECEIPTS.add(URLDecoder.decode(asked, StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
