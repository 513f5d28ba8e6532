package in.sampark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.platform.test.DescriptionContract;
import in.sampark.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The interface is described as it is. */
@ConsumerTest
class DescriptionTest implements DescriptionContract {

    @Autowired
    private WebTestClient web;

    @Autowired
    private ConsumerApi api;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Override
    public WebTestClient web() {
        return web;
    }

    @Override
    public RequestMappingHandlerMapping handlers() {
        return handlers;
    }

    @Test
    void whatChangesAContactSaysThatItWantsItsTag() {
        for (String operation : new String[] {
            "/api/v1/connections/{connectionId}/preferences/put",
            "/api/v1/connections/{connectionId}/erasure/post",
            "/api/v1/connections/{connectionId}/contact/numbers/{numberId}/delete"
        }) {
            int end = operation.lastIndexOf('/');
            JsonNode described =
                    document().get("paths").get(operation.substring(0, end)).get(operation.substring(end + 1));
            assertThat(described.get("parameters").valueStream()).as(operation).anySatisfy(parameter -> {
                assertThat(parameter.get("name").asString()).isEqualTo("If-Match");
                assertThat(parameter.get("required").asBoolean()).isTrue();
            });
            assertThat(described.get("responses").propertyNames()).contains("412", "428");
        }
    }

    @Test
    void anImportIsAcceptedAndSaysWhere() {
        JsonNode responses = document().at("/paths/~1api~1v1~1imports/post/responses");

        assertThat(responses.at("/202/headers").has("Location")).isTrue();
        assertThat(responses.at("/202/content").has("application/json")).isTrue();
        assertThat(responses.at("/400/content").has("application/problem+json")).isTrue();
        assertThat(document()
                        .at("/paths/~1api~1v1~1imports~1{importId}~1errors/get/responses/200/content")
                        .has("text/csv"))
                .isTrue();
        assertThat(document()
                        .at("/paths/~1api~1v1~1connections~1{connectionId}~1contact/get/responses/200/headers")
                        .has("ETag"))
                .isTrue();
    }

    @Test
    void whatIsWantedIsSaidToBe() {
        assertThat(document()
                        .at("/paths/~1api~1v1~1connections~1{connectionId}~1contact~1numbers/get/parameters")
                        .valueStream())
                .anySatisfy(parameter -> {
                    assertThat(parameter.get("name").asString()).isEqualTo("purpose");
                    assertThat(parameter.get("required").asBoolean()).isTrue();
                });
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
}
