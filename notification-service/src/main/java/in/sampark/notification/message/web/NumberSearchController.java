package in.sampark.notification.message.web;

import in.sampark.notification.message.domain.MessageFilter;
import in.sampark.notification.message.domain.MessageState;
import in.sampark.notification.message.r2dbc.MessageSearch;
import in.sampark.notification.message.r2dbc.NumberSearches;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was told to a number. It stands in the body: addresses are in the logs of every proxy on the way. */
@RestController
public class NumberSearchController {

    private static final Pattern MOBILE = Pattern.compile("(\\+?91)?[6-9]\\d{9}");
    private static final String HIDDEN = "***";
    private static final int USUAL = 50;

    /**
     * What is looked for.
     *
     * @param number a mobile number, of ten digits, with or without +91
     * @param from of what happened then or later
     * @param to of what happened before
     * @param limit most messages of a page, 1 to 200; 50 unless said
     */
    record Wanted(
            @Nullable String number,
            @Nullable String kind,
            @Nullable String provider,
            @Nullable MessageState state,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String cursor,
            @Nullable Integer limit) {

        @Override
        public String toString() {
            return "Wanted[" + HIDDEN + "]";
        }
    }

    private final MessageSearch search;
    private final NumberSearches searches;
    private final KeyedHash hash;

    public NumberSearchController(MessageSearch search, NumberSearches searches, KeyedHash hash) {
        this.search = search;
        this.searches = searches;
        this.hash = hash;
    }

    /** Messages that went to a number, about connections in the caller's area that have it, numbers masked, newest first. The search is on record before it is answered. */
    @PostMapping("/api/v1/messages/search")
    @PreAuthorize("hasAnyRole('helpdesk', 'ops', 'supervisor')")
    Mono<MessageController.Page> find(@AuthenticationPrincipal Caller caller, @RequestBody Wanted wanted) {
        int limit = MessageController.limit(Objects.requireNonNullElse(wanted.limit(), USUAL));
        List<String> hashes = hash.all(e164(wanted.number()));
        MessageFilter filter = new MessageFilter(
                null,
                hashes,
                null,
                wanted.kind(),
                wanted.provider(),
                wanted.state(),
                Objects.requireNonNullElse(wanted.from(), Instant.EPOCH),
                Objects.requireNonNullElse(wanted.to(), MessageController.LATEST));
        MessageSearch.Place behind = Cursor.place(wanted.cursor());
        return searches.note(caller, hashes)
                .then(Mono.defer(() -> search.slice(filter, caller, behind, limit)))
                .map(MessageController.Page::of);
    }

    /** An address with a number in it would be written down on its way, and what it asks for would not be found. */
    @GetMapping(path = "/api/v1/messages", params = "number")
    @PreAuthorize("hasAnyRole('helpdesk', 'ops', 'supervisor')")
    Mono<Void> refuse() {
        return Mono.error(Problem.invalid("number", HIDDEN, "to be in the body of POST /api/v1/messages/search"));
    }

    private static String e164(@Nullable String number) {
        if (number == null || !MOBILE.matcher(number).matches()) {
            throw Problem.invalid("number", HIDDEN, "an Indian mobile number of ten digits, with or without +91");
        }
        return "+91" + number.substring(number.length() - 10);
    }
}
