package in.sampark.notification.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.notification.provider.GatewayFile;
import in.sampark.notification.provider.domain.OutgoingSms;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final String BLOCK = """
            http:
              url: https://gateway.example/send
              credentials: {user: us, key: secret}
              text:
                unicode-as: entities
                type: {gsm7: "0", unicode: "1"}
              signature: {over: ["{user}", "{header}", "{text}", "{key}"]}
              query: {to: "{to}"}
              answers: [{id: /id, means: accepted}]
            """;

    private final Places places = new Places(GatewayFile.of(BLOCK).http(), Set.of());

    @Test
    void aNumberIsWrittenInThreeWays() {
        assertThat(filled("{to} {msisdn} {national}", "hi")).isEqualTo("+919897010001 919897010001 9897010001");
    }

    @Test
    void onlyATextThatNeedsItIsWrittenInEntities() {
        assertThat(filled("{type}:{text}", "है")).isEqualTo("1:&#2361;&#2376;");
        assertThat(filled("{type}:{text}", "हi")).isEqualTo("1:&#2361;&#105;");
        assertThat(filled("{type}:{text}", "Rs 5 & more")).isEqualTo("0:Rs 5 & more");
    }

    /** As {@code printf '%s' 'usDVVNLT&#2361;&#2376;secret' | sha512sum} has it. */
    @Test
    void aSignatureIsOverWhatIsSentInOrder() {
        assertThat(filled("{signature}", "है"))
                .isEqualTo("8ab208dc5beaa3f42739dcbdeeb3c4861ce21951e59cb482f6b0ff031b8faa79"
                        + "d269674776cb34c2638bce81d0557e4b3586340ae5908e0a56ddd7162e2eb8f8");
    }

    @Test
    void whatAMessageSaysIsNoPlace() {
        assertThat(filled("<{text}>", "{key} $1 \\")).isEqualTo("<{key} $1 \\>");
    }

    private String filled(String shape, String text) {
        return places.filling("shape", shape)
                .apply(new OutgoingSms(
                        new UUID(0, 1), "+919897010001", text, "DVVNLT", "1", "2", false, Instant.MAX, Map.of()));
    }
}
