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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class SearchController {

    private static final String HIDDEN = "***";

    private final SearchConnections search;

    SearchController(SearchConnections search) {
        this.search = search;
    }

    /**
     * Connections of the caller's area that all clues fit; without a clue, all of them. Where thousands of names begin as the one looked
     * for, a page may have fewer entries than asked for, and a cursor all the same. A search by number is noted in the trail.
     *
     * @param account account number
     * @param number mobile number
     * @param name words of the name, each in whole or its first three letters at least
     * @param area path of an area; the caller's own when absent
     * @param limit most entries of a page, 1 to 500
     */
    @GetMapping("/api/v1/connections")
    @PreAuthorize("hasAnyRole('officer', 'supervisor', 'control-room', 'helpdesk', 'ops')")
    Mono<Page<ConnectionFound>> connections(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String account,
            @RequestParam @Nullable String number,
            @RequestParam @Nullable String name,
            @RequestParam @Nullable String area,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Clues clues = new Clues(
                caller.area(area),
                Optional.ofNullable(account).map(text -> id(caller, text)),
                Optional.ofNullable(number).map(SearchController::number),
                Optional.ofNullable(name).map(SearchController::words));
        return search.page(clues, after(cursor), Page.limit(limit), caller).map(SearchController::page);
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
