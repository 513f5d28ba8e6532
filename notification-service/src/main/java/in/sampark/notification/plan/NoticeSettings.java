package in.sampark.notification.plan;

import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.plan.domain.Audience;
import in.sampark.notification.plan.domain.Channel;
import in.sampark.notification.plan.domain.OvertakenBy;
import in.sampark.notification.plan.domain.Rule;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.notification.plan.domain.Wording;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
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
                    channels,
                    templates.stream().map(WordingEntry::wording).toList());
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
