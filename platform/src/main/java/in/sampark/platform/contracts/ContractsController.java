package in.sampark.platform.contracts;

import org.springframework.core.io.Resource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Describes every topic and its contract as AsyncAPI 3. No secret, but of use only to those who have an access token anyway. */
@RestController
class ContractsController {

    private final Resource document;

    ContractsController(Resource document) {
        this.document = document;
    }

    /** The same document at every service. */
    @GetMapping(path = "/asyncapi.yaml", produces = "application/yaml")
    @PreAuthorize("isAuthenticated()")
    Mono<Resource> asyncApi() {
        return Mono.just(document);
    }
}
