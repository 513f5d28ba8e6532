package in.sampark.consumer.importing.web;

import in.sampark.consumer.importing.ImportConnections;
import in.sampark.consumer.importing.domain.ImportReport;
import in.sampark.platform.security.Caller;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class ImportController {

    private final ImportConnections importConnections;

    ImportController(ImportConnections importConnections) {
        this.importConnections = importConnections;
    }

    /** Takes a connections file and answers what became of its rows. */
    @PostMapping(path = "/api/v1/connections/import", consumes = "text/csv")
    @PreAuthorize("hasRole('integration')")
    Mono<ImportReport> take(@RequestBody Flux<DataBuffer> file, @AuthenticationPrincipal Caller caller) {
        return importConnections.take(file, caller);
    }
}
