package in.sampark.notification.outage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sampark.notification.fanout.domain.Extent;
import in.sampark.notification.fanout.domain.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellingTest {

    private static final Lead LEAD = new Lead(Duration.ofHours(24), Duration.ofHours(1));
    private static final Instant FROM = Instant.parse("2019-06-20T05:30:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofHours(2));
    private static final Instant DAY_BEFORE = FROM.minus(Duration.ofHours(24));
    private static final Instant HOUR_BEFORE = FROM.minus(Duration.ofHours(1));
    private static final Instant EARLY = FROM.minus(Duration.ofDays(3));

    private long revision;

    @Test
    void aPlannedOutageWaitsForTheDayBefore() {
        Telling telling = after(Outage.first(scheduled()), EARLY);

        assertThat(telling.now()).isNull();
        assertThat(telling.nextAt()).isEqualTo(DAY_BEFORE);
    }

    @Test
    void itIsToldTheDayBeforeAndAgainTheHourBefore() {
        Telling first = due(Outage.first(scheduled()), DAY_BEFORE);
        assertThat(first.now()).isEqualTo(News.SCHEDULED);
        assertThat(first.nextAt()).isEqualTo(HOUR_BEFORE);

        Telling second = due(first.outage(), HOUR_BEFORE);
        assertThat(second.now()).isEqualTo(News.REMINDER);
        assertThat(second.nextAt()).isNull();
    }

    @Test
    void announcedLateItIsToldAtOnce() {
        Telling telling = after(Outage.first(scheduled()), DAY_BEFORE.plusSeconds(1));

        assertThat(telling.now()).isEqualTo(News.SCHEDULED);
        assertThat(telling.nextAt()).isEqualTo(HOUR_BEFORE);
    }

    @Test
    void announcedWithinTheLastHourItNeedsNoReminder() {
        Telling telling = after(Outage.first(scheduled()), HOUR_BEFORE);

        assertThat(telling.now()).isEqualTo(News.SCHEDULED);
        assertThat(telling.nextAt()).isNull();
    }

    @Test
    void announcedWhenItHasBegunItIsNotToldAsPlanned() {
        assertThat(after(Outage.first(scheduled()), FROM))
                .isEqualTo(new Telling(Outage.first(scheduled(1)), null, null));
    }

    @Test
    void whatFallsDueWhenItHasBegunIsNotTold() {
        assertThat(due(Outage.first(scheduled()), FROM).now()).isNull();
    }

    @Test
    void aRevisionBeforeAnythingWasToldOnlyMovesTheTimes() {
        Outage moved = Outage.first(scheduled()).revised(revision(Stage.REVISED, FROM.plus(Duration.ofDays(1))));

        assertThat(after(moved, EARLY)).isEqualTo(new Telling(moved, null, DAY_BEFORE.plus(Duration.ofDays(1))));
    }

    @Test
    void aRevisionOfWhatWasToldIsToldAtOnceAndMovesTheReminder() {
        Outage told = due(Outage.first(scheduled()), DAY_BEFORE).outage();
        Instant later = FROM.plus(Duration.ofHours(3));

        Telling telling = after(told.revised(revision(Stage.REVISED, later)), DAY_BEFORE.plusSeconds(60));

        assertThat(telling.now()).isEqualTo(News.REVISED);
        assertThat(telling.nextAt()).isEqualTo(later.minus(Duration.ofHours(1)));
    }

    @Test
    void whatWasNeverToldNeedNotBeUnsaid() {
        Outage untold = Outage.first(scheduled());

        assertThat(after(untold.revised(over(Stage.CANCELLED)), EARLY).now()).isNull();
        assertThat(after(untold.revised(over(Stage.RESTORED)), UNTIL).now()).isNull();
        assertThat(after(Outage.first(over(Stage.RESTORED)), UNTIL).now()).isNull();
    }

    @Test
    void whatWasToldIsUnsaidAndNothingWaitsAnyMore() {
        Outage told = due(Outage.first(scheduled()), DAY_BEFORE).outage();

        Telling telling = after(told.revised(over(Stage.CANCELLED)), HOUR_BEFORE);

        assertThat(telling.now()).isEqualTo(News.CANCELLED);
        assertThat(telling.nextAt()).isNull();
    }

    @Test
    void anUnplannedOutageIsToldAtOnceThenItsChangesAndItsEnd() {
        Telling started = after(Outage.first(started()), FROM);
        assertThat(started.now()).isEqualTo(News.STARTED);

        Telling revised = after(started.outage().revised(revision(Stage.REVISED, FROM)), FROM.plusSeconds(60));
        assertThat(revised.now()).isEqualTo(News.REVISED);

        Telling restored = after(revised.outage().revised(over(Stage.RESTORED)), UNTIL);
        assertThat(restored.now()).isEqualTo(News.RESTORED);

        assertThat(after(restored.outage().revised(revision(Stage.REVISED, FROM)), UNTIL)
                        .now())
                .isNull();
    }

    @Test
    void aPlannedOutageThatBeginsIsToldAsBegunWhateverWasToldBefore() {
        Outage told = due(Outage.first(scheduled()), DAY_BEFORE).outage();
        Outage revised =
                after(told.revised(revision(Stage.REVISED, FROM)), HOUR_BEFORE).outage();

        assertThat(after(revised.revised(started()), FROM).now()).isEqualTo(News.STARTED);
        assertThat(after(Outage.first(scheduled()).revised(started()), FROM).now())
                .isEqualTo(News.STARTED);
    }

    @Test
    void aRevisionOfAStartNobodyWasToldOfIsToldAsTheStart() {
        assertThat(after(Outage.first(started()).revised(revision(Stage.REVISED, FROM)), FROM)
                        .now())
                .isEqualTo(News.STARTED);
    }

    @Test
    void aRevisionHeardFirstIsPlannedOrBegunByItsTimes() {
        assertThat(Outage.first(revision(Stage.REVISED, FROM)).phase()).isEqualTo(Phase.PLANNED);
        assertThat(Outage.first(revision(Stage.REVISED, EARLY)).phase()).isEqualTo(Phase.ONGOING);
    }

    @Test
    void anOutageThatShouldBeOverByNowIsNotToldAsBegun() {
        assertThat(after(Outage.first(started()), UNTIL)).isEqualTo(new Telling(Outage.first(started(1)), null, null));
    }

    @Test
    void newsAreWorthTellingBeforeOrWhileItLasts() {
        assertThat(Telling.worthUntil(News.SCHEDULED, scheduled())).isEqualTo(FROM);
        assertThat(Telling.worthUntil(News.REMINDER, scheduled())).isEqualTo(FROM);
        assertThat(Telling.worthUntil(News.STARTED, started())).isEqualTo(UNTIL);
        assertThat(Telling.worthUntil(News.REVISED, started())).isEqualTo(UNTIL);
        assertThat(Telling.worthUntil(News.RESTORED, over(Stage.RESTORED))).isNull();
    }

    @Test
    void placeAndReasonAreGivenInEveryLanguageThereIs() {
        Map<String, String> values =
                Report.of(scheduled(), News.SCHEDULED, "topic", FROM).values();

        assertThat(values)
                .containsEntry("news", "SCHEDULED")
                .containsEntry("place", "Saadatganj feeder")
                .containsEntry("place.en", "Saadatganj feeder")
                .containsEntry("place.hi", "सआदतगंज फीडर")
                .containsEntry("reason.hi", "ट्रांसफार्मर की मरम्मत")
                .containsEntry("until", UNTIL.toString());
    }

    @Test
    void onlyAnEndIsNotKeptForThoseNobodyCanTell() {
        assertThat(Report.of(started(), News.STARTED, "topic", FROM).kept()).isTrue();
        assertThat(Report.of(over(Stage.RESTORED), News.RESTORED, "topic", FROM).kept())
                .isFalse();
    }

    @Test
    void aReminderBeforeTheFirstTellingCannotBeSet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lead(Duration.ofHours(1), Duration.ofHours(1)))
                .withMessageContaining("expected: longer than reminded before");
    }

    private static Telling after(Outage outage, Instant time) {
        return Telling.afterRevision(outage, time, LEAD);
    }

    private static Telling due(Outage outage, Instant time) {
        return Telling.whenDue(outage, time, LEAD);
    }

    private OutageRevision scheduled() {
        return revision(Stage.SCHEDULED, FROM);
    }

    private static OutageRevision scheduled(long revision) {
        return revision(revision, Stage.SCHEDULED, FROM, UNTIL);
    }

    private OutageRevision started() {
        return revision(Stage.STARTED, FROM);
    }

    private static OutageRevision started(long revision) {
        return revision(revision, Stage.STARTED, FROM, UNTIL);
    }

    private OutageRevision over(Stage stage) {
        return revision(++revision, stage, FROM, null);
    }

    private OutageRevision revision(Stage stage, Instant from) {
        return revision(++revision, stage, from, from.plus(Duration.ofHours(2)));
    }

    private static OutageRevision revision(long revision, Stage stage, Instant from, @Nullable Instant until) {
        return new OutageRevision(
                "MVVNL:1",
                revision,
                "e" + revision,
                EARLY,
                "MVVNL",
                stage,
                new Extent(Level.FEEDER, List.of("F1")),
                from,
                until,
                null,
                Map.of(
                        "hi", new Words("सआदतगंज फीडर", "ट्रांसफार्मर की मरम्मत"),
                        "en", new Words("Saadatganj feeder", "transformer repair")));
    }
}
