package in.sampark.consumer.contact.web;

import in.sampark.consumer.contact.ReadNumbers;
import in.sampark.consumer.contact.ReadingPurpose;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.Standing;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Choice;
import in.sampark.platform.web.Problem;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The only answer of the service with numbers in full. */
@RestController
class FullNumbersController {

    private final ReadNumbers readNumbers;

    FullNumbersController(ReadNumbers readNumbers) {
        this.readNumbers = readNumbers;
    }

    /** @param number in E.164 */
    record NumberInFull(String number, boolean primary, Standing standing) {

        static NumberInFull of(ContactNumber held) {
            return new NumberInFull(held.number().e164(), held.primary(), held.standing());
        }
    }

    record Numbers(String connectionId, List<NumberInFull> numbers) {

        static Numbers of(Contact contact) {
            return new Numbers(
                    contact.connectionId().toString(),
                    contact.numbers().stream().map(NumberInFull::of).toList());
        }
    }

    /**
     * The numbers of a connection of the caller's area, in full. That they were read, and for what, is noted.
     *
     * @param purpose visit, complaint, correction or consumer-request
     */
    @GetMapping("/api/v1/connections/{connectionId}/contact/numbers")
    @PreAuthorize("hasAnyRole('officer', 'supervisor')")
    Mono<Numbers> numbers(
            @PathVariable String connectionId,
            @Parameter(required = true) @RequestParam @Nullable String purpose,
            @AuthenticationPrincipal Caller caller) {
        return readNumbers
                .read(connectionId, Choice.read("purpose", purpose, ReadingPurpose.class), caller)
                .map(Numbers::of)
                .switchIfEmpty(Mono.error(() -> Problem.notFound("connection " + connectionId)));
    }
}
