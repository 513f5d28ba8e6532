package in.sampark.notification.message.web;

import in.sampark.notification.message.domain.MessageFilter;
import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.message.r2dbc.MessageSearch;
import in.sampark.notification.message.r2dbc.MessageSearch.Found;
import in.sampark.notification.message.r2dbc.MessageSearch.Place;
import in.sampark.notification.message.r2dbc.MessageSearch.Slice;
import in.sampark.notification.message.r2dbc.NumberSearches;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
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

    private static final Pattern MOBILE = Pattern.compile("(\\+?91)?[6-9]\\d{9}");
    private static final String HIDDEN = "***";

    /** No id of a message is later. */
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** @param cursor asks for the next page; null on the last */
    record Page(List<Found> messages, @Nullable String cursor) {}

    /** Without a time given, what happened since the day before is looked through. */
    private static final Duration LOOKED_BACK = Duration.ofDays(1);

    private final MessageSearch search;
    private final NumberSearches searches;
    private final KeyedHash hash;
    private final Clock clock;

    public MessageController(MessageSearch search, NumberSearches searches, KeyedHash hash, Clock clock) {
        this.search = search;
        this.searches = searches;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * Messages about connections in the caller's area that fit all that is asked for, numbers masked, newest first. Where those that fit are rare a page may have
     * fewer than asked for, and a cursor all the same. A search by number is on record before it is answered.
     *
     * @param connectionId those that speak of this connection
     * @param reference the one with this id
     * @param number those that went to this mobile number, about connections that have it
     * @param eventId those that tell of this event
     * @param from of what happened then or later; if neither connection, number nor event is given, a day before {@code to} unless said
     * @param to of what happened before
     * @param limit most messages of a page, 1 to 200
     */
    @GetMapping("/api/v1/messages")
    @PreAuthorize("hasAnyRole('helpdesk', 'ops', 'supervisor')")
    Mono<Page> find(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String connectionId,
            @RequestParam @Nullable UUID reference,
            @RequestParam @Nullable String number,
            @RequestParam @Nullable String eventId,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String provider,
            @RequestParam @Nullable MessageState state,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", limit, "1 to " + MOST);
        }
        if (reference != null) {
            return search.byId(reference, caller).flux().collectList().map(found -> new Page(found, null));
        }
        List<String> hashes = number == null ? List.of() : hash.all(e164(number));
        Instant until = to == null ? LATEST : to;
        boolean named = connectionId != null || eventId != null || number != null;
        Instant since =
                from != null ? from : named ? Instant.EPOCH : (to == null ? clock.instant() : to).minus(LOOKED_BACK);
        MessageFilter filter = new MessageFilter(connectionId, hashes, eventId, kind, provider, state, since, until);
        return noted(caller, hashes)
                .then(Mono.defer(() -> search.slice(filter, caller, Cursor.place(cursor), limit)))
                .map(MessageController::page);
    }

    private Mono<Void> noted(Caller caller, List<String> hashes) {
        return hashes.isEmpty() ? Mono.empty() : searches.note(caller, hashes);
    }

    private static String e164(String number) {
        if (!MOBILE.matcher(number).matches()) {
            throw Problem.invalid("number", HIDDEN, "an Indian mobile number of ten digits, with or without +91");
        }
        return "+91" + number.substring(number.length() - 10);
    }

    private static Page page(Slice slice) {
        Place next = slice.next();
        return new Page(slice.messages(), next == null ? null : Cursor.of(next));
    }
}
