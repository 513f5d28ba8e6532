package in.sampark.notification.message.web;

import in.sampark.notification.message.r2dbc.MessageSearch;
import in.sampark.notification.message.r2dbc.MessageSearch.Found;
import in.sampark.notification.message.r2dbc.MessageSearch.Place;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was told, to whom, and whether it arrived. */
@RestController
public class MessageController {

    private static final int MOST = 200;

    /** @param cursor asks for the next page; null on the last */
    record Page(List<Found> messages, @Nullable String cursor) {}

    private final MessageSearch search;

    public MessageController(MessageSearch search) {
        this.search = search;
    }

    /**
     * Messages about connections in the caller's area, numbers masked, newest first.
     *
     * @param connectionId those that speak of this connection
     * @param reference the one with this id
     * @param limit most messages of a page, 1 to 200
     */
    @GetMapping("/api/v1/messages")
    @PreAuthorize("hasAnyRole('helpdesk', 'ops', 'supervisor')")
    Mono<Page> find(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String connectionId,
            @RequestParam @Nullable UUID reference,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", limit, "1 to " + MOST);
        }
        if (reference != null) {
            return search.byId(reference, caller).flux().collectList().map(found -> new Page(found, null));
        }
        if (connectionId == null) {
            throw Problem.invalid("connectionId", null, "connectionId or reference");
        }
        return search.byConnection(connectionId, caller, Cursor.place(cursor), limit + 1)
                .collectList()
                .map(found -> page(found, limit));
    }

    private static Page page(List<Found> found, int limit) {
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        List<Found> shown = found.subList(0, limit);
        Found last = shown.getLast();
        return new Page(shown, Cursor.of(new Place(last.dueAt(), last.messageId())));
    }
}
