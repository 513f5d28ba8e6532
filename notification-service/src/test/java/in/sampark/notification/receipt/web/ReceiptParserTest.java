package in.sampark.notification.receipt.web;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.provider.GatewayFile;
import in.sampark.notification.receipt.domain.Receipt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReceiptParserTest {

    private static final String BLOCK = """
            receipts:
              batch: /results
              secret-header: X-Secret
              secret: s
              message-id: /id
              status: /status/name
              reason: /status/why
              words: {DONE: delivered, LOST: failed}
            """;

    private final ReceiptParser parser = new ReceiptParser(GatewayFile.of(BLOCK).receipts());

    @Test
    void aBatchIsWhereverItIsSaidToBe() {
        assertThat(parser.entries(json("{\"results\": [{\"id\": 1}, {\"id\": 2}]}")))
                .hasSize(2);
        assertThat(parser.entries(json("{\"results\": {\"id\": 1}}"))).hasSize(1);
        assertThat(parser.entries(json("{\"results\": []}"))).isEmpty();
    }

    @Test
    void whatIsElsewhereIsNoReceipt() {
        assertThat(parser.entries(json("{\"result\": []}")))
                .singleElement()
                .satisfies(entry -> assertThat(parser.byId(entry)).isEmpty());
    }

    @Test
    void aNumberIsANameToo() {
        assertThat(parser.byId(json("{\"id\": 3562707498794989059, \"status\": {\"name\": \"DONE\"}}")))
                .hasValue(new Receipt<>("3562707498794989059", MessageState.DELIVERED, "DONE", "3562707498794989059"));
    }

    @Test
    void aReasonIsAWordAndNothingElse() {
        assertThat(failed("NO_SUCH_USER")).isEqualTo("NO_SUCH_USER");
        for (String text : new String[] {"call 919897010001", "919897010001", "a text", "", "x".repeat(41)}) {
            assertThat(failed(text)).as(text).isEqualTo("LOST");
        }
    }

    @Test
    void aNameIsShortAndLegible() {
        for (String id : new String[] {"", "a b", "a\u0000b", "x".repeat(101)}) {
            JsonNode entry =
                    JsonMapper.shared().createObjectNode().put("id", id).set("status", json("{\"name\": \"DONE\"}"));
            assertThat(parser.byId(entry)).as(id).isEmpty();
        }
    }

    private String failed(String why) {
        JsonNode status =
                JsonMapper.shared().createObjectNode().put("name", "LOST").put("why", why);
        JsonNode entry = JsonMapper.shared().createObjectNode().put("id", "1").set("status", status);
        return parser.byId(entry).orElseThrow().word();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
