package in.sampark.consumer.search.web;

import in.sampark.consumer.connection.Place;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.NameWords;
import in.sampark.consumer.contact.MobileNumbers;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.search.Clues;
import in.sampark.consumer.search.Found;
import in.sampark.consumer.search.SearchConnections;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Page;
import in.sampark.platform.web.PageCursor;
import in.sampark.platform.web.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class SearchController {

    private static final String STAFF = "hasAnyRole('officer', 'supervisor', 'control-room', 'helpdesk', 'ops')";
    private static final String HIDDEN = "***";
    private static final int USUAL = 100;

    private final SearchConnections search;

    SearchController(SearchConnections search) {
        this.search = search;
    }

    /**
     * What is known of the connections looked for. Numbers and names stand here and in no address: those are in the logs of every proxy on the way.
     *
     * @param account account number
     * @param number mobile number
     * @param name words of the name, each in whole or its first three letters at least
     * @param area path of an area; the caller's own when absent
     * @param limit most entries of a page, 1 to 500; 100 unless said
     */
    record Wanted(
            @Nullable String account,
            @Nullable String number,
            @Nullable String name,
            @Nullable String area,
            @Nullable String cursor,
            @Nullable Integer limit) {

        @Override
        public String toString() {
            return "Wanted[" + HIDDEN + "]";
        }
    }

    /**
     * Connections of the caller's area, in pages.
     *
     * @param account account number; without one, all of them
     * @param area path of an area; the caller's own when absent
     * @param limit most entries of a page, 1 to 500
     */
    @GetMapping("/api/v1/connections")
    @PreAuthorize(STAFF)
    Mono<Page<ConnectionFound>> connections(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String account,
            @RequestParam @Nullable String area,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + USUAL) int limit) {
        return search(caller, new Wanted(account, null, null, area, cursor, limit));
    }

    /**
     * Connections of the caller's area that all clues fit. Where thousands of names begin as the one looked
     * for, a page may have fewer entries than asked for, and a cursor all the same. A search by number is noted in the trail.
     */
    @PostMapping("/api/v1/connections/search")
    @PreAuthorize(STAFF)
    Mono<Page<ConnectionFound>> search(@AuthenticationPrincipal Caller caller, @RequestBody Wanted wanted) {
        Clues clues = new Clues(
                caller.area(wanted.area()),
                Optional.ofNullable(wanted.account()).map(text -> id(caller, text)),
                Optional.ofNullable(wanted.number()).map(SearchController::number),
                Optional.ofNullable(wanted.name()).map(SearchController::words));
        int limit = Page.limit(Objects.requireNonNullElse(wanted.limit(), USUAL));
        return search.page(clues, after(wanted.cursor()), limit, caller).map(SearchController::page);
    }

    private static Page<ConnectionFound> page(Found found) {
        Place next = found.next();
        return new Page<>(
                found.connections().stream().map(ConnectionFound::of).toList(), next == null ? null : cursor(next));
    }

    private static ConnectionId id(Caller caller, String account) {
        return ConnectionId.parse(caller.discom() + ":" + account)
                .orElseThrow(() -> Problem.invalid("account", account, "an account number"));
    }

    private static MobileNumber number(String text) {
        return MobileNumbers.parse(text)
                .orElseThrow(() -> Problem.invalid("number", HIDDEN, "an Indian mobile number"));
    }

    private static NameWords words(String text) {
        NameWords words = NameWords.of(text);
        if (words.isEmpty()) {
            throw Problem.invalid("name", HIDDEN, "at least one word");
        }
        return words;
    }

    private static String cursor(Place place) {
        return PageCursor.of(place.area(), place.connectionId());
    }

    private static Place after(@Nullable String cursor) {
        if (cursor == null) {
            return Place.START;
        }
        List<String> place = PageCursor.place(cursor, 2);
        return new Place(place.getFirst(), place.getLast());
    }
}
