package in.sampark.notification.outage.domain;

import in.sampark.notification.fanout.domain.Broadcast;
import in.sampark.notification.fanout.domain.Extent;
import in.sampark.notification.fanout.domain.Spared;
import in.sampark.notification.message.domain.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** News of an outage as templates need them. */
public final class Report {

    private Report() {}

    /**
     * What is told now: the news to everybody the outage concerns, and to those it concerns no longer, that it does not.
     *
     * @param at when it was due
     * @param ongoing where supply is off for other reasons: nobody there is told that it is back
     */
    public static List<Broadcast> of(Telling telling, String topic, Instant at, Spared ongoing) {
        return Stream.concat(news(telling, topic, at, ongoing), released(telling, topic, at))
                .toList();
    }

    private static Stream<Broadcast> news(Telling telling, String topic, Instant at, Spared ongoing) {
        Outage.Told told = telling.outage().told();
        News news = telling.now();
        if (news == null || told == null || told.heard().extent() == null) {
            return Stream.empty();
        }
        OutageRevision revision = telling.outage().latest();
        return Stream.of(new Broadcast(
                topic,
                revision.outageId(),
                revision.discom(),
                revision.eventId(),
                told.heard().extent(),
                news == News.RESTORED ? ongoing : Spared.NOBODY,
                at,
                Telling.worthUntil(news, revision),
                values(telling.outage(), told, revision.words(), revision.from(), "yes"),
                !news.last(),
                false));
    }

    /** In the words they heard. Who was told nothing need not hear it: it is not kept for them. */
    private static Stream<Broadcast> released(Telling telling, String topic, Instant at) {
        Outage.Told told = telling.outage().told();
        Heard heard = telling.released();
        if (heard == null || told == null || heard.extent() == null) {
            return Stream.empty();
        }
        OutageRevision revision = telling.outage().latest();
        Extent still = told.heard().extent();
        return Stream.of(new Broadcast(
                topic,
                revision.outageId(),
                revision.discom(),
                revision.eventId(),
                heard.extent(),
                still == null ? Spared.NOBODY : Spared.of(List.of(still)),
                at,
                Telling.worthUntil(told.news(), revision),
                values(telling.outage(), told, heard.words(), heard.from(), Subject.RELEASED),
                false,
                true));
    }

    /** Place and reason are given in every language there is; who reads another is told in the first. */
    private static Map<String, String> values(
            Outage outage, Outage.Told told, Map<String, Words> byLanguage, Instant from, String concerned) {
        OutageRevision revision = outage.latest();
        var values = new HashMap<String, String>();
        values.put(Subject.NEWS, told.news().name());
        values.put(Subject.REVISION, Long.toString(revision.revision()));
        if (told.reminder() > 0) {
            values.put(Subject.ROUND, Integer.toString(told.reminder()));
        }
        values.put(Subject.CONCERNED, concerned);
        values.put("from", from.toString());
        if (revision.until() != null) {
            values.put("until", revision.until().toString());
        }
        Instant back = revision.restoredAt() == null ? revision.occurredAt() : revision.restoredAt();
        values.put("restoredAt", back.toString());
        new TreeMap<>(byLanguage).forEach((language, words) -> {
            values.putIfAbsent("place", words.place());
            values.putIfAbsent("reason", words.reason());
            values.put("place." + language, words.place());
            values.put("reason." + language, words.reason());
        });
        return values;
    }
}
