package in.sampark.notification;

import in.sampark.platform.test.DescriptionContract;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** The interface is described as it is. */
class DescriptionTest extends NotificationTest implements DescriptionContract {

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
}
