package in.sampark.consumer.connection.web;

import in.sampark.consumer.connection.FindConnection;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.EntityTag;
import in.sampark.platform.web.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class ConnectionController {

    private final FindConnection findConnection;

    ConnectionController(FindConnection findConnection) {
        this.findConnection = findConnection;
    }

    /** A connection of the caller's area; 404 for any other, whether it exists or not. */
    @GetMapping("/api/v1/connections/{connectionId}")
    @PreAuthorize("hasAnyRole('officer', 'supervisor', 'control-room', 'helpdesk', 'ops')")
    Mono<ResponseEntity<ConnectionView>> connection(
            @PathVariable String connectionId, @AuthenticationPrincipal Caller caller) {
        return findConnection
                .within(connectionId, caller)
                .map(found ->
                        ResponseEntity.ok().eTag(EntityTag.of(found.version())).body(ConnectionView.of(found)))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("connection " + connectionId)));
    }
}
