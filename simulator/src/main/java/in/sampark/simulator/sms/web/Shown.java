package in.sampark.simulator.sms.web;

import in.sampark.simulator.feed.domain.India;
import in.sampark.simulator.sms.domain.DeliveryStatus;
import in.sampark.simulator.sms.domain.Message;
import in.sampark.simulator.sms.domain.Messages;
import java.lang.Character.UnicodeScript;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Phones and messages as the page shows them. */
final class Shown {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(India.ZONE);
    private static final DateTimeFormatter WALL_TIME = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss.SSS", Locale.ENGLISH)
            .withZone(India.ZONE);

    /**
     * A phone.
     *
     * @param number for eyes
     * @param digits for links
     * @param count of all its messages
     * @param messages the newest of them
     * @param notShown how many more there are
     */
    record Card(String number, String digits, int count, List<Bubble> messages, int notShown) {

        static Card of(Messages.Phone phone, Stream<Message> messages) {
            List<Bubble> shown = messages.map(Bubble::of).toList();
            return new Card(
                    PhoneNumbers.grouped(phone.number()),
                    PhoneNumbers.digits(phone.number()),
                    phone.count(),
                    shown,
                    phone.count() - shown.size());
        }
    }

    /**
     * A message.
     *
     * @param language {@code hi} or {@code en}, by its script
     * @param time of the story
     * @param wallTime when the gateway really took it
     */
    record Bubble(
            String id,
            String header,
            String text,
            String language,
            String time,
            String wallTime,
            String templateId,
            boolean delivered) {

        static Bubble of(Message message) {
            var submission = message.submission();
            return new Bubble(
                    message.id(),
                    submission.header(),
                    submission.text(),
                    languageOf(submission.text()),
                    timeOf(message.storyTime()),
                    WALL_TIME.format(message.receivedAt()),
                    submission.templateId(),
                    message.status() == DeliveryStatus.DELIVRD);
        }
    }

    static String timeOf(Instant time) {
        return TIME.format(time);
    }

    private static String languageOf(String text) {
        boolean hindi = text.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.DEVANAGARI);
        return hindi ? "hi" : "en";
    }

    private Shown() {}
}
