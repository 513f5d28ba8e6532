package in.sampark.notification.outage.domain;

import in.sampark.notification.fanout.domain.Broadcast;
import in.sampark.notification.message.domain.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** News of an outage as templates need them. */
public final class Report {

    private Report() {}

    /**
     * The news for everybody the outage concerns.
     *
     * @param at when they were due
     */
    public static Broadcast of(OutageRevision revision, News news, String topic, Instant at) {
        return new Broadcast(
                topic,
                revision.outageId(),
                revision.discom(),
                revision.eventId(),
                revision.extent(),
                at,
                Telling.worthUntil(news, revision),
                values(revision, news),
                !news.last());
    }

    /** Place and reason are given in every language there is; who reads another is told in the first. */
    private static Map<String, String> values(OutageRevision revision, News news) {
        var values = new HashMap<String, String>();
        values.put(Subject.NEWS, news.name());
        values.put(Subject.REVISION, Long.toString(revision.revision()));
        values.put("level", revision.extent().level().name());
        values.put("from", revision.from().toString());
        if (revision.until() != null) {
            values.put("until", revision.until().toString());
        }
        Instant back = revision.restoredAt() == null ? revision.occurredAt() : revision.restoredAt();
        values.put("restoredAt", back.toString());
        new TreeMap<>(revision.words()).forEach((language, words) -> {
            values.putIfAbsent("place", words.place());
            values.putIfAbsent("reason", words.reason());
            values.put("place." + language, words.place());
            values.put("reason." + language, words.reason());
        });
        return values;
    }
}
