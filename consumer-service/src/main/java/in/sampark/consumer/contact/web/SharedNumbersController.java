package in.sampark.consumer.contact.web;

import in.sampark.consumer.contact.FindSharedNumbers;
import in.sampark.consumer.contact.domain.SharedNumber;
import in.sampark.platform.crypto.MaskedNumber;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Page;
import in.sampark.platform.web.PageCursor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Numbers that look as if they were nobody's own. */
@RestController
class SharedNumbersController {

    private final FindSharedNumbers sharedNumbers;

    SharedNumbersController(FindSharedNumbers sharedNumbers) {
        this.sharedNumbers = sharedNumbers;
    }

    record Shared(String maskedNumber, long connections, List<String> connectionIds) {

        static Shared of(SharedNumber shared) {
            return new Shared(
                    MaskedNumber.of(shared.number().e164()),
                    shared.connections(),
                    shared.within().stream().map(Object::toString).toList());
        }
    }

    /** Numbers that serve more connections than usual, with those of them that are in the caller's area. */
    @GetMapping("/api/v1/shared-numbers")
    @PreAuthorize("hasRole('supervisor')")
    Mono<Page<Shared>> shared(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Caller caller) {
        String after = cursor == null ? null : PageCursor.place(cursor, 1).getFirst();
        int shown = Page.limit(limit);
        return sharedNumbers
                .within(caller, after, shown + 1)
                .map(found -> Page.of(found, shown, Shared::of, last -> PageCursor.of(last.place())));
    }
}
