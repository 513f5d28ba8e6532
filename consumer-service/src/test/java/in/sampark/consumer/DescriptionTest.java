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
            assertThat(described.get("parameters").toString()).as(operation).contains("\"If-Match\"");
            assertThat(described.get("responses").propertyNames()).contains("412", "428");
        }
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
