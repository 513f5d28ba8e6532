package in.sampark.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service's interface is described as it is. To be implemented by a test of the whole service. */
public interface DescriptionContract {

    WebTestClient web();

    /** The one named {@code requestMappingHandlerMapping}. */
    RequestMappingHandlerMapping handlers();

    @Test
    default void everyOperationIsDescribedWithWhoMayCallIt() {
        JsonNode document = document();
        Set<String> described = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    described.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                    assertThat(operation.getValue().get("description").asString())
                            .startsWith("For: ");
                    assertThat(operation.getValue().get("responses").has("default"))
                            .isTrue();
                }));

        assertThat(served()).isNotEmpty();
        assertThat(described).containsAll(served());
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    default void whoCallsIsNoParameter() {
        assertThat(document().toString()).doesNotContain("\"name\":\"caller\"");
    }

    @Test
    default void whatWritesMayBeNamed() {
        document()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> assertThat(
                                        operation.getValue().toString().contains("\"name\":\"Idempotency-Key\""))
                                .as("%s %s takes an Idempotency-Key", operation.getKey(), path.getKey())
                                .isEqualTo(canBeNamed(operation.getKey(), operation.getValue()))));
    }

    /** Writes of callers with a token whose body is no file. */
    private static boolean canBeNamed(String method, JsonNode operation) {
        return !method.equals("get")
                && !operation.has("security")
                && !operation.at("/requestBody/content").has("text/csv");
    }

    @Test
    default void whatIsOpenToEverybodyWantsNoToken() {
        document()
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    boolean open =
                            operation.getValue().get("description").asString().contains("permitAll");
                    assertThat(operation.getValue().has("security"))
                            .as("%s %s", operation.getKey(), path.getKey())
                            .isEqualTo(open);
                    assertThat(operation.getValue().get("responses").has("401")).isEqualTo(!open);
                    assertThat(operation.getValue().get("responses").toString()).doesNotContain("*/*");
                }));
    }

    @Test
    default void theDescriptionWantsATokenLikeEverythingElse() {
        web().get().uri("/openapi").exchange().expectStatus().isUnauthorized();
    }

    private Set<String> served() {
        return handlers().getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream()
                        .filter(pattern -> pattern.getPatternString().startsWith("/api/"))
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern.getPatternString())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the service shows. */
    default JsonNode document() {
        String text = web().get()
                .uri("/openapi")
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer("officer", "DVVNL", "DVVNL/AGRA"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(text);
    }
}
