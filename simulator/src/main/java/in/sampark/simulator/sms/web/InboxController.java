package in.sampark.simulator.sms.web;

import in.sampark.simulator.sms.domain.DeliveryStatus;
import in.sampark.simulator.sms.domain.Message;
import in.sampark.simulator.sms.domain.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The inboxes for programs. */
@RestController
class InboxController {

    private final Messages messages;

    InboxController(Messages messages) {
        this.messages = messages;
    }

    /**
     * A message on a phone.
     *
     * @param receivedAt when the gateway took it, by the wall clock, in milliseconds
     * @param storyTime when the gateway took it, by the story's clock
     */
    record Received(
            String id,
            String reference,
            String to,
            String text,
            String header,
            String templateId,
            Instant receivedAt,
            Instant storyTime,
            DeliveryStatus status) {

        static Received of(Message message) {
            var submission = message.submission();
            return new Received(
                    message.id(),
                    submission.reference(),
                    submission.to(),
                    submission.text(),
                    submission.header(),
                    submission.templateId(),
                    message.receivedAt(),
                    message.storyTime(),
                    message.status());
        }
    }

    /**
     * The messages of a phone, those of a reference, or all, newest first.
     *
     * @param after only those the gateway took later than this (wall clock)
     */
    @GetMapping("/inbox/messages")
    List<Received> messages(
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String reference,
            @RequestParam @Nullable Instant after) {
        return candidates(to, reference)
                .filter(message -> after == null || message.receivedAt().isAfter(after))
                .map(Received::of)
                .toList();
    }

    /** How many messages were taken and, of those, delivered, since the start. */
    @GetMapping("/inbox/count")
    Messages.Count count() {
        return messages.count();
    }

    /** Forgets all messages; those under way are still delivered. */
    @DeleteMapping("/inbox/messages")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget() {
        messages.forget();
    }

    /** How often each reference was handed over and taken. */
    @GetMapping("/inbox/counts")
    Map<String, Integer> counts() {
        return messages.countByReference();
    }

    private Stream<Message> candidates(@Nullable String to, @Nullable String reference) {
        if (reference != null) {
            return messages.ofReference(reference)
                    .filter(message -> to == null || message.submission().to().equals(PhoneNumbers.e164(to)));
        }
        return to == null ? messages.all() : messages.ofPhone(PhoneNumbers.e164(to));
    }
}
