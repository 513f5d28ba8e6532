package in.sampark.notification.plan;

import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.plan.domain.Audience;
import in.sampark.notification.plan.domain.Channel;
import in.sampark.notification.plan.domain.OvertakenBy;
import in.sampark.notification.plan.domain.Rule;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.notification.plan.domain.Wording;
import in.sampark.notification.recipient.domain.Preferences.QuietHours;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param notices what may be told, in the order in which an event leads to it */
@Validated
@ConfigurationProperties("sampark")
record NoticeSettings(@NotEmpty List<@Valid RuleEntry> notices) {

    private static final String LATER_NEWS = "later-news";

    Rules rules() {
        return new Rules(notices.stream().map(RuleEntry::rule).toList());
    }

    /** See {@link Rule}. */
    record RuleEntry(
            @NotBlank String kind,
            @NotBlank String event,
            @DefaultValue Map<String, String> when,
            @NotNull Audience audience,
            @NotNull Lane lane,
            @Nullable Duration relevantFor,
            @Nullable String until,
            @DefaultValue Set<String> overtakenBy,
            @Nullable String same,
            @Nullable String after,
            @Nullable String category,
            @Nullable String hours,
            @DefaultValue List<@NotNull Channel> channels,
            @NotEmpty List<@Valid WordingEntry> templates) {

        Rule rule() {
            return new Rule(
                    kind,
                    event,
                    when,
                    audience,
                    lane,
                    relevantFor,
                    until,
                    overtaking(),
                    after,
                    category,
                    closed(),
                    channels,
                    templates.stream().map(WordingEntry::wording).toList());
        }

        private @Nullable QuietHours closed() {
            if (hours == null) {
                return null;
            }
            try {
                String[] ends = hours.split("-", 2);
                return QuietHours.outside(LocalTime.parse(ends[0]), LocalTime.parse(ends[ends.length - 1]));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(kind + ": hours " + hours + " (expected: e.g. 09:00-21:00)", e);
            }
        }

        private OvertakenBy overtaking() {
            if (overtakenBy.isEmpty()) {
                return new OvertakenBy.Nothing();
            }
            return overtakenBy.equals(Set.of(LATER_NEWS))
                    ? new OvertakenBy.LaterNews()
                    : new OvertakenBy.LaterEvent(overtakenBy, same);
        }
    }

    /** See {@link Wording}. */
    record WordingEntry(@NotBlank String use, @DefaultValue Map<String, String> when) {

        Wording wording() {
            return new Wording(use, when);
        }
    }
}
