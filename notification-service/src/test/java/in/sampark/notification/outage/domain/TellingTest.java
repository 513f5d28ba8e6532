package in.sampark.notification.outage.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import in.sampark.notification.fanout.domain.Broadcast;
import in.sampark.notification.fanout.domain.Extent;
import in.sampark.notification.fanout.domain.Level;
import in.sampark.notification.fanout.domain.Spared;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TellingTest {

    private static final Lead USUAL = new Lead(List.of(Duration.ofHours(24), Duration.ofHours(1)));
    private static final Lead THRICE =
            new Lead(List.of(Duration.ofHours(48), Duration.ofHours(12), Duration.ofHours(1)));
    private static final Leads LEADS = new Leads(USUAL, Map.of("NBPDCL", THRICE));
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
                .isEqualTo(new Telling(Outage.first(scheduled(1)), null, null, null));
    }

    @Test
    void whatFallsDueWhenItHasBegunIsNotTold() {
        assertThat(due(Outage.first(scheduled()), FROM).now()).isNull();
    }

    @Test
    void aRevisionBeforeAnythingWasToldOnlyMovesTheTimes() {
        Outage moved = Outage.first(scheduled()).revised(revision(Standing.SCHEDULED, FROM.plus(Duration.ofDays(1))));

        assertThat(after(moved, EARLY)).isEqualTo(new Telling(moved, null, DAY_BEFORE.plus(Duration.ofDays(1)), null));
    }

    @Test
    void aRevisionOfWhatWasToldIsToldAtOnceAndMovesTheReminder() {
        Outage told = due(Outage.first(scheduled()), DAY_BEFORE).outage();
        Instant later = FROM.plus(Duration.ofHours(3));

        Telling telling = after(told.revised(revision(Standing.SCHEDULED, later)), DAY_BEFORE.plusSeconds(60));

        assertThat(telling.now()).isEqualTo(News.REVISED);
        assertThat(telling.nextAt()).isEqualTo(later.minus(Duration.ofHours(1)));
    }

    @Test
    void whatWasNeverToldNeedNotBeUnsaid() {
        Outage untold = Outage.first(scheduled());

        assertThat(after(untold.revised(over(Standing.CANCELLED)), EARLY).now()).isNull();
        assertThat(after(untold.revised(over(Standing.RESTORED)), UNTIL).now()).isNull();
        assertThat(after(Outage.first(over(Standing.RESTORED)), UNTIL).now()).isNull();
    }

    @Test
    void whatWasToldIsUnsaidAndNothingWaitsAnyMore() {
        Outage told = due(Outage.first(scheduled()), DAY_BEFORE).outage();

        Telling telling = after(told.revised(over(Standing.CANCELLED)), HOUR_BEFORE);

        assertThat(telling.now()).isEqualTo(News.CANCELLED);
        assertThat(telling.nextAt()).isNull();
    }

    @Test
    void anUnplannedOutageIsToldAtOnceThenItsChangesAndItsEnd() {
        Telling started = after(Outage.first(started()), FROM);
        assertThat(started.now()).isEqualTo(News.STARTED);

        Telling revised = after(started.outage().revised(revision(Standing.STARTED, FROM)), FROM.plusSeconds(60));
        assertThat(revised.now()).isEqualTo(News.REVISED);

        Telling restored = after(revised.outage().revised(over(Standing.RESTORED)), UNTIL);
        assertThat(restored.now()).isEqualTo(News.RESTORED);
    }

    @Test
    void aPlannedOutageThatBeginsIsToldAsBegunWhateverWasToldBefore() {
        Outage told = due(Outage.first(scheduled()), DAY_BEFORE).outage();
        Outage revised = after(told.revised(revision(Standing.SCHEDULED, FROM)), HOUR_BEFORE)
                .outage();

        assertThat(after(revised.revised(started()), FROM).now()).isEqualTo(News.STARTED);
        assertThat(after(Outage.first(scheduled()).revised(started()), FROM).now())
                .isEqualTo(News.STARTED);
    }

    @Test
    void aRevisionOfAStartNobodyWasToldOfIsToldAsTheStart() {
        assertThat(after(Outage.first(started()).revised(revision(Standing.STARTED, FROM)), FROM)
                        .now())
                .isEqualTo(News.STARTED);
    }

    @Test
    void anOutageThatShouldBeOverByNowIsNotToldAsBegun() {
        assertThat(after(Outage.first(started()), UNTIL))
                .isEqualTo(new Telling(Outage.first(started(1)), null, null, null));
    }

    @Test
    void newsAreWorthTellingBeforeOrWhileItLasts() {
        assertThat(Telling.worthUntil(News.SCHEDULED, scheduled())).isEqualTo(FROM);
        assertThat(Telling.worthUntil(News.REMINDER, scheduled())).isEqualTo(FROM);
        assertThat(Telling.worthUntil(News.STARTED, started())).isEqualTo(UNTIL);
        assertThat(Telling.worthUntil(News.REVISED, started())).isEqualTo(UNTIL);
        assertThat(Telling.worthUntil(News.RESTORED, over(Standing.RESTORED))).isNull();
    }

    @Test
    void placeAndReasonAreGivenInEveryLanguageThereIs() {
        Map<String, String> values =
                told(due(Outage.first(scheduled()), DAY_BEFORE)).getFirst().values();

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
        Telling started = after(Outage.first(started()), FROM);
        assertThat(told(started).getFirst().kept()).isTrue();
        assertThat(told(after(started.outage().revised(over(Standing.RESTORED)), UNTIL))
                        .getFirst()
                        .kept())
                .isFalse();
    }

    @Test
    void aReminderBeforeTheFirstTellingCannotBeSet() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lead(List.of(Duration.ofHours(1), Duration.ofHours(1))))
                .withMessageContaining("expected: each shorter than the one before it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lead(List.of()))
                .withMessageContaining("told before: none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lead(List.of(Duration.ofHours(1), Duration.ofHours(-1))));
    }

    @Test
    void aCompanyMayRemindMoreThanOnceEachReminderOnce() {
        Telling first = due(Outage.first(of("NBPDCL")), FROM.minus(Duration.ofHours(48)));
        assertThat(first.now()).isEqualTo(News.SCHEDULED);
        assertThat(first.nextAt()).isEqualTo(FROM.minus(Duration.ofHours(12)));

        Telling second = due(first.outage(), FROM.minus(Duration.ofHours(12)));
        assertThat(second.now()).isEqualTo(News.REMINDER);
        assertThat(second.nextAt()).isEqualTo(HOUR_BEFORE);
        assertThat(due(second.outage(), FROM.minus(Duration.ofHours(11))))
                .isEqualTo(new Telling(second.outage(), null, HOUR_BEFORE, null));

        Telling third = due(second.outage(), HOUR_BEFORE);
        assertThat(third.now()).isEqualTo(News.REMINDER);
        assertThat(third.nextAt()).isNull();
        assertThat(told(second).getFirst().values()).containsEntry("round", "1");
        assertThat(told(third).getFirst().values()).containsEntry("round", "2");
    }

    @Test
    void ofRemindersThatWereMissedTheLastIsTold() {
        Outage known = due(Outage.first(of("NBPDCL")), FROM.minus(Duration.ofHours(48)))
                .outage();

        Telling late = due(known, FROM.minus(Duration.ofMinutes(20)));

        assertThat(late.now()).isEqualTo(News.REMINDER);
        assertThat(late.nextAt()).isNull();
        assertThat(told(late).getFirst().values()).containsEntry("round", "2");
    }

    @Test
    void announcedLateItIsRemindedOfByWhatStillLiesAhead() {
        Telling telling = after(Outage.first(of("NBPDCL")), FROM.minus(Duration.ofHours(5)));

        assertThat(telling.now()).isEqualTo(News.SCHEDULED);
        assertThat(telling.nextAt()).isEqualTo(HOUR_BEFORE);
    }

    @Test
    void whoIsNoLongerConcernedIsToldSoInTheWordsTheyHeard() {
        Outage told = due(Outage.first(on("F1", "F2")), DAY_BEFORE).outage();
        Telling narrowed = after(told.revised(revised(new Extent(Level.FEEDER, List.of("F1")))), HOUR_BEFORE);

        List<Broadcast> broadcasts = told(narrowed);

        assertThat(broadcasts).hasSize(2);
        assertThat(broadcasts.getFirst().extent().assets()).containsExactly("F1");
        assertThat(broadcasts.getFirst().values()).containsEntry("concerned", "yes");
        assertThat(broadcasts.getLast().extent().assets()).containsExactly("F1", "F2");
        assertThat(broadcasts.getLast().spared())
                .isEqualTo(Spared.of(List.of(broadcasts.getFirst().extent())));
        assertThat(broadcasts.getLast().values())
                .containsEntry("concerned", "no")
                .containsEntry("news", "REVISED")
                .containsEntry("place", "Saadatganj feeder");
        assertThat(broadcasts.getLast().kept()).isFalse();
    }

    @Test
    void whoHeardNothingIsNotReleasedNorIsAnybodyByAWiderExtent() {
        Outage untold = Outage.first(on("F1", "F2"));
        assertThat(after(untold.revised(revised(new Extent(Level.FEEDER, List.of("F1")))), EARLY)
                        .released())
                .isNull();
        Outage told = due(Outage.first(on("F1")), DAY_BEFORE).outage();
        assertThat(after(told.revised(revised(new Extent(Level.FEEDER, List.of("F2", "F1")))), HOUR_BEFORE)
                        .released())
                .isNull();
    }

    @Test
    void whenAllIsFedFromElsewhereEverybodyIsReleasedAndNobodyToldOfTheEnd() {
        Outage told = due(Outage.first(on("F1")), DAY_BEFORE).outage();

        Telling backfed = after(told.revised(revised(null)), HOUR_BEFORE);
        assertThat(told(backfed)).singleElement().satisfies(one -> {
            assertThat(one.extent().assets()).containsExactly("F1");
            assertThat(one.spared()).isEqualTo(Spared.NOBODY);
            assertThat(one.values()).containsEntry("concerned", "no");
        });
        assertThat(backfed.nextAt()).isNull();
        assertThat(after(backfed.outage().revised(over(Standing.RESTORED)), UNTIL)
                        .now())
                .isNull();
    }

    @Test
    void whatCutsOffNobodyIsToldToNobody() {
        Outage backfed = Outage.first(revised(null));

        assertThat(after(backfed, DAY_BEFORE)).isEqualTo(new Telling(backfed, null, null, null));
    }

    @Test
    void theEndIsToldToAllWhoHeardOfIt() {
        Outage told = after(Outage.first(on("F1", "F2")), DAY_BEFORE).outage();

        Telling end = after(told.revised(over(Standing.CANCELLED)), HOUR_BEFORE);

        assertThat(told(end).getFirst().extent().assets()).containsExactly("F1", "F2");
    }

    @Test
    void aCancellationAfterItsTimeIsNoNews() {
        Outage told = due(Outage.first(scheduled()), DAY_BEFORE).outage();
        OutageRevision cancelled = revision(++revision, Standing.CANCELLED, FROM, UNTIL);

        assertThat(after(told.revised(cancelled), UNTIL).now()).isNull();
        assertThat(after(told.revised(cancelled), UNTIL.minusMillis(1)).now()).isEqualTo(News.CANCELLED);
    }

    @Test
    void aRestorationSparesThoseWhoAreWithoutSupplyForOtherReasons() {
        Telling started = after(Outage.first(started()), FROM);
        Spared others = Spared.of(List.of(new Extent(Level.DT, List.of("DT7"))));

        assertThat(Report.of(started, "topic", FROM, others).getFirst().spared())
                .isEqualTo(Spared.NOBODY);
        Telling restored = after(started.outage().revised(over(Standing.RESTORED)), UNTIL);
        assertThat(Report.of(restored, "topic", UNTIL, others).getFirst().spared())
                .isEqualTo(others);
    }

    private static List<Broadcast> told(Telling telling) {
        return Report.of(telling, "topic", FROM, Spared.NOBODY);
    }

    private OutageRevision of(String discom) {
        return revision(discom, ++revision, Standing.SCHEDULED, FROM, UNTIL, new Extent(Level.FEEDER, List.of("F1")));
    }

    private OutageRevision on(String... feeders) {
        Extent extent = new Extent(Level.FEEDER, List.of(feeders));
        return revision("MVVNL", ++revision, Standing.SCHEDULED, FROM, UNTIL, extent);
    }

    private OutageRevision revised(@Nullable Extent extent) {
        return revision("MVVNL", ++revision, Standing.SCHEDULED, FROM, UNTIL, extent);
    }

    private static Telling after(Outage outage, Instant time) {
        return Telling.afterRevision(outage, time, LEADS);
    }

    private static Telling due(Outage outage, Instant time) {
        return Telling.whenDue(outage, time, LEADS);
    }

    private OutageRevision scheduled() {
        return revision(Standing.SCHEDULED, FROM);
    }

    private static OutageRevision scheduled(long revision) {
        return revision(revision, Standing.SCHEDULED, FROM, UNTIL);
    }

    private OutageRevision started() {
        return revision(Standing.STARTED, FROM);
    }

    private static OutageRevision started(long revision) {
        return revision(revision, Standing.STARTED, FROM, UNTIL);
    }

    private OutageRevision over(Standing standing) {
        return revision(++revision, standing, FROM, null);
    }

    private OutageRevision revision(Standing standing, Instant from) {
        return revision(++revision, standing, from, from.plus(Duration.ofHours(2)));
    }

    private static OutageRevision revision(long revision, Standing standing, Instant from, @Nullable Instant until) {
        return revision("MVVNL", revision, standing, from, until, new Extent(Level.FEEDER, List.of("F1")));
    }

    private static OutageRevision revision(
            String discom,
            long revision,
            Standing standing,
            Instant from,
            @Nullable Instant until,
            @Nullable Extent extent) {
        return new OutageRevision(
                discom + ":1",
                revision,
                "e" + revision,
                EARLY,
                discom,
                standing,
                extent,
                from,
                until,
                null,
                Map.of(
                        "hi", new Words("सआदतगंज फीडर", "ट्रांसफार्मर की मरम्मत"),
                        "en", new Words("Saadatganj feeder", "transformer repair")));
    }
}
