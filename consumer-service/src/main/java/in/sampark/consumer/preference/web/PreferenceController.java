package in.sampark.consumer.preference.web;

import in.sampark.consumer.contact.domain.Conditional;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.preference.KeepPreferences;
import in.sampark.consumer.preference.WishReader;
import in.sampark.consumer.preference.domain.ConsentEntry;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.EntityTag;
import in.sampark.platform.web.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/connections/{connectionId}")
@PreAuthorize("hasAnyRole('officer', 'helpdesk')")
class PreferenceController {

    private final KeepPreferences preferences;

    PreferenceController(KeepPreferences preferences) {
        this.preferences = preferences;
    }

    record Entry(
            String channel,
            String purpose,
            boolean given,
            String source,
            String wordingVersion,
            Instant saidAt,
            String notedBy) {

        static Entry of(ConsentEntry entry) {
            return new Entry(
                    entry.consent().channel().name(),
                    entry.consent().purpose().name(),
                    entry.given(),
                    entry.source().name(),
                    entry.wordingVersion(),
                    entry.saidAt(),
                    entry.notedBy());
        }
    }

    /** How and of what the consumer wants to be told. */
    @GetMapping("/preferences")
    Mono<ResponseEntity<PreferenceView>> preferences(
            @PathVariable String connectionId, @AuthenticationPrincipal Caller caller) {
        return answer(preferences.find(connectionId, caller), connectionId);
    }

    /** Puts all wishes in place of the earlier ones; what is not said is not wished. {@code If-Match} is the contact's. */
    @PutMapping("/preferences")
    Mono<ResponseEntity<PreferenceView>> wish(
            @PathVariable String connectionId,
            @RequestBody WishReader.Wish body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @AuthenticationPrincipal Caller caller) {
        Mono<Conditional<Contact>> wished =
                preferences.wish(connectionId, WishReader.read(body), EntityTag.seen(ifMatch), caller);
        return answer(
                wished.map(outcome -> switch (outcome) {
                    case Conditional.Done<Contact>(Contact contact) -> contact;
                    case Conditional.Outdated<Contact>(long version) ->
                        throw Problem.changedMeanwhile("contact of connection " + connectionId)
                                .with("version", version);
                }),
                connectionId);
    }

    /** Every consent that the present consumer gave and withdrew, the latest first. */
    @GetMapping("/consents")
    Mono<List<Entry>> consents(@PathVariable String connectionId, @AuthenticationPrincipal Caller caller) {
        return shown(preferences.entries(connectionId, caller), connectionId);
    }

    /** The same of those whose data were erased: evidence, not what the present consumer agreed to. Who reads it is noted. */
    @GetMapping("/consents/former")
    @PreAuthorize("hasRole('ops')")
    Mono<List<Entry>> formerConsents(@PathVariable String connectionId, @AuthenticationPrincipal Caller caller) {
        return shown(preferences.formerEntries(connectionId, caller), connectionId);
    }

    /** Takes down a consent, or with {@code given: false} its withdrawal. */
    @PostMapping("/consents")
    Mono<ResponseEntity<PreferenceView>> say(
            @PathVariable String connectionId,
            @RequestBody WishReader.SaidOfConsent body,
            @AuthenticationPrincipal Caller caller) {
        return answer(preferences.say(connectionId, WishReader.read(body), caller), connectionId);
    }

    private static Mono<List<Entry>> shown(Mono<List<ConsentEntry>> entries, String connectionId) {
        return entries.map(all -> all.stream().map(Entry::of).toList())
                .switchIfEmpty(Mono.error(() -> Problem.notFound("connection " + connectionId)));
    }

    private static Mono<ResponseEntity<PreferenceView>> answer(Mono<Contact> contact, String connectionId) {
        return contact.map(PreferenceView::of)
                .map(view ->
                        ResponseEntity.ok().eTag(EntityTag.of(view.version())).body(view))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("connection " + connectionId)));
    }
}
