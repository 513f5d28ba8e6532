package in.sampark.notification.fanout.domain;

import in.sampark.notification.message.domain.Message;
import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.message.domain.Subject;
import in.sampark.notification.plan.domain.Accounts;
import in.sampark.notification.plan.domain.Notice;
import in.sampark.notification.plan.domain.Occurrence;
import in.sampark.notification.plan.domain.Rule;
import in.sampark.notification.recipient.domain.Reach;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Something to be told to everybody it concerns.
 *
 * @param id follows from occasion and rule: the same is not told again
 * @param spared who is not told though it concerns them
 * @param subject what it is about: news of the same subject ends it, unless it is a release
 * @param values what templates need, but for the accounts
 * @param at when what it tells happened
 * @param relevantUntil told no later
 * @param kept whether it is kept, while it matters, for those who cannot be told now
 * @param release whether it tells those it goes to that the subject no longer concerns them: it ends only for whom later news concern
 */
public record FanOut(
        UUID id,
        String subject,
        String discom,
        String eventId,
        Rule rule,
        Extent extent,
        Spared spared,
        Map<String, String> values,
        Instant at,
        Instant relevantUntil,
        boolean kept,
        boolean release) {

    public FanOut {
        values = Map.copyOf(values);
    }

    /** What a rule makes of news for many. */
    public static FanOut of(Broadcast news, Rule rule) {
        var values = new HashMap<>(news.values());
        values.put(Subject.ID, news.subject());
        return new FanOut(
                NamedUuid.ofFanOut(Subject.occasion(news.eventId(), values), news.subject(), rule.kind()),
                news.subject(),
                news.discom(),
                news.eventId(),
                rule,
                news.extent(),
                news.spared(),
                values,
                news.at(),
                rule.relevantUntil(news.at(), news.expiresAt()),
                news.kept(),
                news.release());
    }

    /** The one message to a person about all their connections. Its audience is the person, so that it is one however it is come by. */
    Message to(Reach.Proven person, List<String> connectionIds) {
        return new Message(
                NamedUuid.ofMessage(at, Subject.occasion(eventId, values), person.recipient(), rule.kind()),
                discom,
                eventId,
                person.recipient(),
                connectionIds,
                rule.kind(),
                rule.lane(),
                person.language(),
                with(connectionIds),
                at,
                relevantUntil,
                1,
                null);
    }

    /** The notice about one connection, whose consumer cannot be told for now. */
    Notice about(String connectionId) {
        return new Notice(
                new Occurrence(
                        rule.event(), eventId, at, relevantUntil, discom, connectionId, with(List.of(connectionId))),
                rule);
    }

    private Map<String, String> with(List<String> connectionIds) {
        var all = new HashMap<>(values);
        all.put(Subject.ACCOUNTS, connectionIds.stream().map(Accounts::of).collect(Collectors.joining(",")));
        return all;
    }
}
