package in.sampark.notification.message.web;

import in.sampark.notification.message.domain.MessageFilter;
import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.message.r2dbc.MessageSearch;
import in.sampark.notification.message.r2dbc.MessageSearch.Found;
import in.sampark.notification.message.r2dbc.MessageSearch.Place;
import in.sampark.notification.message.r2dbc.MessageSearch.Slice;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** No id of a message is later. */
    static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** @param cursor asks for the next page; null on the last */
    record Page(List<Found> messages, @Nullable String cursor) {

        static Page of(Slice slice) {
            Place next = slice.next();
            return new Page(slice.messages(), next == null ? null : Cursor.of(next));
        }
    }

    /** Without a time given, what happened since the day before is looked through. */
    private static final Duration LOOKED_BACK = Duration.ofDays(1);

    private final MessageSearch search;
    private final Clock clock;

    public MessageController(MessageSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /**
     * Messages about connections in the caller's area that fit all that is asked for, numbers masked, newest first. Where those that fit are rare a page may have
     * fewer than asked for, and a cursor all the same.
     *
     * @param connectionId those that speak of this connection
     * @param reference the one with this id
     * @param eventId those that tell of this event
     * @param from of what happened then or later; if neither connection nor event is given, a day before {@code to} unless said
     * @param to of what happened before
     * @param limit most messages of a page, 1 to 200
     */
    @GetMapping("/api/v1/messages")
    @PreAuthorize("hasAnyRole('helpdesk', 'ops', 'supervisor')")
    Mono<Page> find(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String connectionId,
            @RequestParam @Nullable UUID reference,
            @RequestParam @Nullable String eventId,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String provider,
            @RequestParam @Nullable MessageState state,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = limit(limit);
        if (reference != null) {
            return search.byId(reference, caller).flux().collectList().map(found -> new Page(found, null));
        }
        Instant until = to == null ? LATEST : to;
        boolean named = connectionId != null || eventId != null;
        Instant since =
                from != null ? from : named ? Instant.EPOCH : (to == null ? clock.instant() : to).minus(LOOKED_BACK);
        MessageFilter filter = new MessageFilter(connectionId, List.of(), eventId, kind, provider, state, since, until);
        return search.slice(filter, caller, Cursor.place(cursor), most).map(Page::of);
    }

    /** @throws Problem 400 when no page has so many */
    static int limit(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw Problem.invalid("limit", wanted, "1 to " + MOST);
        }
        return wanted;
    }
}
