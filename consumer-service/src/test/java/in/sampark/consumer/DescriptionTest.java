package in.sampark.consumer;

import in.sampark.platform.test.DescriptionContract;
import in.sampark.platform.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

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
