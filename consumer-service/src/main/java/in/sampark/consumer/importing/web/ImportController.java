package in.sampark.consumer.importing.web;

import in.sampark.consumer.importing.FindImport;
import in.sampark.consumer.importing.StageFile;
import in.sampark.consumer.importing.Staging;
import in.sampark.consumer.importing.domain.ImportJob;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class ImportController {

    private static final String IMPORTS = "/api/v1/imports";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final StageFile stageFile;
    private final FindImport findImport;

    ImportController(StageFile stageFile, FindImport findImport) {
        this.stageFile = stageFile;
        this.findImport = findImport;
    }

    /**
     * Takes in a connections file. 202 when it is whole and waits to be taken; 200 with the sender's last import when
     * the file says the same, byte for byte.
     */
    @PostMapping(path = IMPORTS, consumes = "text/csv")
    @PreAuthorize("hasRole('integration')")
    @ApiResponse(
            responseCode = "202",
            description = "Whole, and waiting to be taken",
            useReturnTypeSchema = true,
            headers = @Header(name = HttpHeaders.LOCATION, description = "Of the import"))
    @ApiResponse(
            responseCode = "200",
            description = "The sender's last import, which said the same",
            useReturnTypeSchema = true,
            headers = @Header(name = HttpHeaders.LOCATION, description = "Of that import"))
    Mono<ResponseEntity<ImportView>> stage(@RequestBody Flux<DataBuffer> file, @AuthenticationPrincipal Caller caller) {
        return stageFile.stage(file, caller).map(ImportController::answer);
    }

    /** How far an import has come. */
    @GetMapping(IMPORTS + "/{importId}")
    @PreAuthorize("hasAnyRole('integration', 'supervisor')")
    Mono<ImportView> job(@PathVariable UUID importId, @AuthenticationPrincipal Caller caller) {
        return find(importId, caller).map(ImportView::of);
    }

    /** Why rows were not taken, and what was noticed of those that were, as CSV; complete when the import has ended. */
    @GetMapping(IMPORTS + "/{importId}/errors")
    @PreAuthorize("hasAnyRole('integration', 'supervisor')")
    @ApiResponse(
            responseCode = "200",
            description = "One row an error",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    Mono<ResponseEntity<Flux<String>>> errors(@PathVariable UUID importId, @AuthenticationPrincipal Caller caller) {
        return find(importId, caller)
                .map(job -> ResponseEntity.ok()
                        .contentType(CSV)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("import-" + importId + "-errors.csv")
                                        .build()
                                        .toString())
                        .body(ErrorReport.csv(findImport.errors(job))));
    }

    private Mono<ImportJob> find(UUID importId, Caller caller) {
        return findImport
                .within(importId, caller)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("import " + importId)));
    }

    private static ResponseEntity<ImportView> answer(Staging staging) {
        URI location = URI.create(IMPORTS + "/" + staging.job().id());
        var status = switch (staging) {
            case Staging.Accepted accepted -> ResponseEntity.accepted();
            case Staging.Repeated repeated -> ResponseEntity.ok();
        };
        return status.location(location).body(ImportView.of(staging.job()));
    }
}
