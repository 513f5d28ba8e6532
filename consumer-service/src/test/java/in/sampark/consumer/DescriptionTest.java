package in.sampark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.platform.test.TestTokens;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface is described as it is. */
@ConsumerTest
class DescriptionTest {

    @Autowired
    private WebTestClient web;

    @Autowired
    private ConsumerApi api;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Test
    void everyOperationIsDescribedWithWhoMayCallIt() {
        JsonNode document = document();
        Set<String> described = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    described.add(operation.getKey().toUpperCase() + " " + path.getKey());
                    assertThat(operation.getValue().get("description").asString())
                            .startsWith("For: ");
                    assertThat(operation.getValue().get("responses").has("default"))
                            .isTrue();
                }));

        assertThat(described).containsAll(served()).isNotEmpty();
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void whoCallsIsNoParameter() {
        assertThat(document().toString())
                .doesNotContain("\"name\":\"caller\"")
                .contains("\"name\":\"Idempotency-Key\"");
    }

    @Test
    void theDescriptionWantsATokenLikeEverythingElse() {
        web.get().uri("/openapi").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void whatHasAVersionIsAnsweredWithItsTag() {
        Row row = Row.of("7930000001").mobile("9897093001");
        api.imported(Row.file(row));

        for (String path :
                new String[] {"connections/" + row.connectionId(), "connections/" + row.connectionId() + "/contact"}) {
            api.get(path, "officer", ConsumerApi.MATHURA).expectHeader().valueEquals(HttpHeaders.ETAG, "\"1\"");
            web.get()
                    .uri("/api/v1/" + path)
                    .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer("officer", "DVVNL", ConsumerApi.MATHURA))
                    .header(HttpHeaders.IF_NONE_MATCH, "\"1\"")
                    .exchange()
                    .expectStatus()
                    .isNotModified();
        }
    }

    private Set<String> served() {
        return handlers.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                        .filter(pattern -> pattern.getPatternString().startsWith("/api/"))
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern.getPatternString())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonNode document() {
        String text = web.get()
                .uri("/openapi")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer("officer", "DVVNL", ConsumerApi.MATHURA))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return new JsonMapper().readTree(text);
    }
}
