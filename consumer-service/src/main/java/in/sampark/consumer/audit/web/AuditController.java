package in.sampark.consumer.audit.web;

import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditQuestion;
import in.sampark.consumer.audit.NotedEntry;
import in.sampark.consumer.audit.ReadAuditTrail;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Page;
import in.sampark.platform.web.PageCursor;
import in.sampark.platform.web.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class AuditController {

    private final ReadAuditTrail trail;

    AuditController(ReadAuditTrail trail) {
        this.trail = trail;
    }

    /** An entry as those who supervise see it. */
    record EntryView(
            Instant at,
            String subject,
            String role,
            AuditAction action,
            @Nullable String connectionId,
            String areaPath,
            @Nullable String address,
            @Nullable String detail) {

        static EntryView of(NotedEntry noted) {
            AuditEntry entry = noted.entry();
            return new EntryView(
                    noted.at(),
                    entry.actor().subject(),
                    entry.actor().role(),
                    entry.action(),
                    entry.connectionId(),
                    entry.areaPath(),
                    noted.address(),
                    entry.detail());
        }
    }

    /**
     * What was done to a connection, or by somebody, within the caller's area; newest first. Of a connection that lies in it now, all there is.
     *
     * @param connection id of a connection
     * @param officer subject of somebody's access token
     * @param limit most entries of a page, 1 to 500
     */
    @GetMapping("/api/v1/audit")
    @PreAuthorize("hasAnyRole('supervisor', 'ops')")
    Mono<Page<EntryView>> entries(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String connection,
            @RequestParam @Nullable String officer,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return trail.page(question(connection, officer), caller, before(cursor), Page.limit(limit) + 1)
                .map(found -> Page.of(found, limit, EntryView::of, last -> PageCursor.of(Long.toString(last.id()))));
    }

    private static AuditQuestion question(@Nullable String connection, @Nullable String officer) {
        if (connection != null && officer == null) {
            return new AuditQuestion.OfConnection(connection);
        }
        if (officer != null && connection == null) {
            return new AuditQuestion.OfActor(officer);
        }
        throw Problem.invalid("connection, officer", connection == null ? "neither" : "both", "exactly one of the two");
    }

    private static long before(@Nullable String cursor) {
        return cursor == null ? Long.MAX_VALUE : PageCursor.place(cursor, 1, place -> Long.parseLong(place.getFirst()));
    }
}
