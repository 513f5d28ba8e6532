package in.sampark.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.BillingMode;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.meter.OutageStanding;
import in.sampark.contract.meter.RecordedOutage;
import in.sampark.contract.meter.RecordedWords;
import in.sampark.contract.meter.SupplyLevel;
import in.sampark.contract.notification.Dispatch;
import in.sampark.contract.notification.MessageStatus;
import in.sampark.contract.notification.MessageStep;
import in.sampark.contract.notification.Unreachable;
import in.sampark.contract.notification.UnreachableReason;
import in.sampark.notification.dispatch.LaneBacklog;
import in.sampark.platform.time.ClockJumped;
import in.sampark.platform.time.StoryClock;
import io.r2dbc.spi.ConnectionFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import reactor.core.publisher.Mono;

/** Outages from their topic to everybody they concern. Every test has a feeder of its own; pages are of three connections. */
@Import(OutagesTest.TimeThatCanBeMoved.class)
class OutagesTest extends NotificationTest {

    private static final Duration LASTS = Duration.ofHours(2);
    private static final List<Integer> OTHERS =
            IntStream.rangeClosed(1, 8).boxed().toList();

    @TestConfiguration(proxyBeanMethods = false)
    static class TimeThatCanBeMoved {

        @Bean
        StoryClock movable() {
            return StoryClock.startingAt(Instant.parse("2019-06-18T06:30:00Z"), InstantSource.system());
        }
    }

    @DynamicPropertySource
    static void smallPages(DynamicPropertyRegistry registry) {
        registry.add("SAMPARK_FAN_OUT_PAGE", () -> "3");
        registry.add("SAMPARK_FAN_OUT_AHEAD", () -> "5");
        registry.add("SAMPARK_FAN_OUT_PAUSE", () -> "100ms");
        registry.add("SAMPARK_BULK_RECEIPT_WITHIN", () -> "300ms");
        registry.add("SAMPARK_BULK_SEND_FOR", () -> "1s");
    }

    @Autowired
    StoryClock story;

    @Autowired
    ConnectionFactory connections;

    @Autowired
    KafkaListenerEndpointRegistry listeners;

    @Autowired
    LaneBacklog backlog;

    @Autowired
    ApplicationEventPublisher events;

    private final int first = 2000 + consumer * 20;
    private final String feeder = "F" + consumer;
    private final String outageId = "DVVNL:OUT-" + consumer;

    // --- what is told

    @Test
    void anUnplannedOutageIsToldAtOnceInTheConsumersLanguage() {
        consumer(0, ContactStanding.VERIFIED, "hi");
        consumer(1, ContactStanding.VERIFIED, "en");
        RecordedOutage started = report(1, OutageStanding.STARTED, story.instant());

        assertThat(told(0).text()).contains("सआदतगंज फीडर में ट्रांसफार्मर की मरम्मत के कारण", last(0));
        assertThat(told(1).text()).contains("Saadatganj feeder is off since", "transformer repair", last(1));
        await().untilAsserted(
                        () -> assertThat(steps(started, 0)).containsExactly(MessageStep.PLANNED, MessageStep.ACCEPTED));
    }

    @Test
    void aPlannedOutageIsToldTheDayBeforeAndRemindedOfTheHourBefore() {
        consumer(0, ContactStanding.VERIFIED, "en");
        Instant from = inTwoDays();
        report(1, OutageStanding.SCHEDULED, from);

        awaitNextDue(from.minus(Duration.ofHours(24)));
        assertThat(GATEWAY.handedTo(mobile(0))).isEmpty();
        story.jumpTo(from.minus(Duration.ofHours(24)));
        assertThat(told(0).text()).contains("will be off from", "for transformer repair");

        awaitNextDue(from.minus(Duration.ofHours(1)));
        story.jumpTo(from.minus(Duration.ofHours(1)));
        assertThat(told(0, 2).getLast().text()).contains("a reminder");
        awaitNextDue(null);
    }

    @Test
    void announcedLateItIsToldAtOnce() {
        consumer(0, ContactStanding.VERIFIED, "en");
        report(1, OutageStanding.SCHEDULED, story.instant().plus(Duration.ofMinutes(30)));

        assertThat(told(0).text()).contains("will be off from");
        awaitNextDue(null);
    }

    @Test
    void aChangeBeforeAnythingWasToldOnlyMovesTheTime() {
        consumer(0, ContactStanding.VERIFIED, "en");
        Instant from = inTwoDays();
        report(1, OutageStanding.SCHEDULED, from);
        awaitNextDue(from.minus(Duration.ofHours(24)));
        report(2, OutageStanding.SCHEDULED, from.plus(Duration.ofHours(3)));
        awaitNextDue(from.minus(Duration.ofHours(21)));
        report(3, OutageStanding.CANCELLED, from);

        awaitNextDue(null);
        awaitSettled();
        assertThat(GATEWAY.handedTo(mobile(0))).isEmpty();
    }

    @Test
    void whatWasToldIsRevisedAndCancelled() {
        consumer(0, ContactStanding.VERIFIED, "en");
        Instant from = story.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(5));
        report(1, OutageStanding.SCHEDULED, from);
        told(0);
        report(2, OutageStanding.SCHEDULED, from.plus(Duration.ofHours(1)));
        assertThat(told(0, 2).getLast().text()).contains("revised information");
        awaitNextDue(from);
        report(3, OutageStanding.CANCELLED, from);

        assertThat(told(0, 3).getLast().text()).contains("is cancelled");
        awaitNextDue(null);
    }

    @Test
    void anOutageIsToldToItsEnd() {
        consumer(0, ContactStanding.VERIFIED, "en");
        Instant from = story.instant();
        report(1, OutageStanding.STARTED, from);
        told(0);
        report(2, OutageStanding.STARTED, from);
        assertThat(told(0, 2).getLast().text()).contains("revised information");
        report(3, OutageStanding.RESTORED, from);

        assertThat(told(0, 3).getLast().text()).contains("was restored on");
    }

    @Test
    void whoReadsALanguageWithoutWordsIsToldInAnother() {
        consumer(0, ContactStanding.VERIFIED, "hi");
        send(outage(1, OutageStanding.STARTED, story.instant())
                .setWords(Map.of("en", words("Saadatganj feeder", "transformer repair")))
                .build());

        assertThat(told(0).text()).contains("Saadatganj feeder में transformer repair के कारण");
    }

    // --- who is told

    @ParameterizedTest
    @EnumSource(
            value = SupplyLevel.class,
            names = {"AREA", "SUBSTATION", "FEEDER", "DT"})
    void everybodyBehindAnAssetIsToldAndNobodyElse(SupplyLevel level) {
        consumer(0, ContactStanding.VERIFIED, "en");
        connection(connection(first + 1), "DVVNL/Z" + consumer + "0", "other", "other", "other");
        contact(connection(first + 1), mobile(1), ContactStanding.VERIFIED, 1, "en");
        connection("PVVNL:" + (first + 2), area(), substation(), feeder, transformer());
        contact("PVVNL:" + (first + 2), mobile(2), ContactStanding.VERIFIED, 1, "en");
        send(outage(1, OutageStanding.STARTED, story.instant())
                .setCutsOffLevel(level)
                .setCutsOff(List.of("elsewhere", asset(level)))
                .build());

        told(0);
        awaitSettled();
        assertThat(GATEWAY.handedTo(mobile(1))).isEmpty();
        assertThat(GATEWAY.handedTo(mobile(2))).isEmpty();
    }

    @Test
    void anAreaReachesAllBelowIt() {
        for (int i = 0; i < 8; i++) {
            connection(connection(first + i), area() + "/D" + i % 3 + "/S" + i % 2, "s", "f", "d");
            contact(connection(first + i), mobile(i), ContactStanding.VERIFIED, 1, "en");
        }
        connection(connection(first + 8), area() + "0/D1", "s", "f", "d");
        contact(connection(first + 8), mobile(8), ContactStanding.VERIFIED, 1, "en");
        send(outage(1, OutageStanding.STARTED, story.instant())
                .setCutsOffLevel(SupplyLevel.AREA)
                .setCutsOff(List.of(area(), area() + "/D1"))
                .build());

        IntStream.range(0, 8).forEach(this::told);
        awaitSettled();
        assertThat(IntStream.range(0, 9).map(i -> GATEWAY.handedTo(mobile(i)).size()))
                .containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 0);
    }

    @Test
    void onePersonWithManyConnectionsIsToldOnceOfAllThatAreConcerned() {
        for (int i : List.of(0, 1, 4, 6)) {
            connection(connection(first + i), area(), substation(), feeder, transformer());
            contact(connection(first + i), number, ContactStanding.VERIFIED, 1, "en");
        }
        consumer(2, ContactStanding.VERIFIED, "en");
        connection(connection(first + 7), area(), substation(), "another", transformer());
        contact(connection(first + 7), number, ContactStanding.VERIFIED, 1, "en");
        RecordedOutage started = report(1, OutageStanding.STARTED, story.instant());

        assertThat(handed().text())
                .contains("Account ending " + last(0) + ", " + last(1) + ", " + last(4) + ", " + last(6) + ".");
        awaitSettled();
        assertThat(handed(1)).hasSize(1);
        assertThat(dispatches(started))
                .filteredOn(one -> one.getConnectionIds().size() > 1)
                .singleElement()
                .satisfies(one -> assertThat(one.getConnectionIds())
                        .containsExactly(
                                connection(first),
                                connection(first + 1),
                                connection(first + 4),
                                connection(first + 6)));
    }

    @Test
    void whoseNumberIsProvenAgainIsToldInTheSameWords() {
        consumer(0, ContactStanding.VERIFIED, "en");
        var answered = new CountDownLatch(1);
        GATEWAY.answers(mobile(0), Gateway.failAfter(answered));
        RecordedOutage started = report(1, OutageStanding.STARTED, story.instant());
        String words = told(0).text();
        contact(connection(first), mobile(0), ContactStanding.CLAIMED, 2, "en");
        answered.countDown();
        await().untilAsserted(() -> assertThat(state(started.getEventId())).isEqualTo("UNREACHABLE"));
        contact(connection(first), mobile(0), ContactStanding.VERIFIED, 3, "en");

        assertThat(told(0, 2).getLast().text()).isEqualTo(words);
    }

    @Test
    void aPlaceIsCalledTheSameHoweverItIsWritten() {
        consumer(0, ContactStanding.VERIFIED, "en");
        GATEWAY.answers(mobile(0), Gateway.THROTTLE, Gateway.TAKE);
        String place = "A\"b\\\\{c},NULL 'd'";
        send(outage(1, OutageStanding.STARTED, story.instant())
                .setWords(Map.of("en", words(place, "rain")))
                .build());

        assertThat(told(0, 2)).allSatisfy(sms -> assertThat(sms.text()).contains(place));
    }

    @Test
    void aPersonIsToldThoughOneOfTheirConnectionsHasChangedHands() {
        var answered = new CountDownLatch(1);
        for (int i = 0; i < 3; i++) {
            connection(connection(first + i), area(), substation(), feeder, transformer());
            contact(connection(first + i), number, ContactStanding.VERIFIED, 1, "en");
        }
        GATEWAY.answers(number, Gateway.failAfter(answered));
        report(1, OutageStanding.STARTED, story.instant());
        handed(1);
        contact(connection(first), mobile(9), ContactStanding.VERIFIED, 2, "en");
        answered.countDown();

        assertThat(handed(2).getLast().text()).contains(last(1), last(2));
        assertThat(GATEWAY.handedTo(mobile(9))).isEmpty();
    }

    @Test
    void whoHasAllConnectionsOfAMessageNowIsToldInstead() {
        var answered = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            connection(connection(first + i), area(), substation(), feeder, transformer());
            contact(connection(first + i), number, ContactStanding.VERIFIED, 1, "en");
        }
        GATEWAY.answers(number, Gateway.failAfter(answered));
        report(1, OutageStanding.STARTED, story.instant());
        handed(1);
        contact(connection(first), mobile(9), ContactStanding.VERIFIED, 2, "en");
        contact(connection(first + 1), mobile(9), ContactStanding.VERIFIED, 2, "en");
        answered.countDown();

        assertThat(told(9).text()).contains(last(0), last(1));
        awaitSettled();
        assertThat(GATEWAY.handedTo(mobile(9))).hasSize(1);
        assertThat(GATEWAY.handedTo(number)).hasSize(1);
    }

    @Test
    void whoseFeederIsTakenOutOfAnOutageIsToldThatItConcernsThemNoLonger() {
        consumer(0, ContactStanding.VERIFIED, "en");
        on("G" + consumer, 1, mobile(1), "en");
        connection(connection(first + 2), area(), substation(), feeder, transformer());
        contact(connection(first + 2), number, ContactStanding.VERIFIED, 1, "en");
        on("G" + consumer, 3, number, "en");
        on("G" + consumer, 4, mobile(4), "hi");
        Instant from = story.instant().plus(Duration.ofHours(5));
        send(outage(1, OutageStanding.SCHEDULED, from)
                .setCutsOff(List.of(feeder, "G" + consumer))
                .build());
        told(0);
        told(1);
        told(4);
        report(2, OutageStanding.SCHEDULED, from);

        assertThat(told(0, 2).getLast().text()).contains("revised information");
        assertThat(told(1, 2).getLast().text())
                .contains("outage at Saadatganj feeder from", "no longer concerns your connection", last(1));
        assertThat(told(4, 2).getLast().text()).contains("सआदतगंज फीडर", "लागू नहीं है");
        assertThat(handed(3))
                .extracting(Gateway.Sms::text)
                .anySatisfy(text -> assertThat(text).contains("revised information", "ending " + last(2) + "."))
                .anySatisfy(text -> assertThat(text).contains("no longer concerns", "ending " + last(3) + "."));
        report(3, OutageStanding.CANCELLED, from);
        assertThat(told(0, 3).getLast().text()).contains("is cancelled");
        awaitSettled();
        assertThat(GATEWAY.handedTo(mobile(1))).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = OutageStanding.class,
            names = {"STARTED", "RESTORED"})
    void whoIsReleasedHearsItThoughMoreIsToldBeforeTheyAreReached(OutageStanding next) {
        toldOnTwoFeeders();
        whileTheLaneIsHeld(() -> {
            released();
            report(3, next, story.instant());
            await().untilAsserted(
                            () -> assertThat(value("select told_revision from outages where outage_id = $1", outageId))
                                    .isEqualTo(3L));
        });

        OTHERS.forEach(i -> assertThat(told(i, 2).getLast().text()).contains("no longer concerns"));
        told(0, 2);
        awaitSettled();
        OTHERS.forEach(i -> assertThat(GATEWAY.handedTo(mobile(i))).hasSize(2));
        assertThat(GATEWAY.handedTo(mobile(0))).hasSize(2);
    }

    @Test
    void whomTheOutageConcernsAgainIsNotToldThatItDoesNot() {
        toldOnTwoFeeders();
        whileTheLaneIsHeld(() -> {
            released();
            send(outage(3, OutageStanding.STARTED, story.instant())
                    .setCutsOff(List.of("G" + consumer, feeder))
                    .build());
            await().untilAsserted(
                            () -> assertThat(value("select told_revision from outages where outage_id = $1", outageId))
                                    .isEqualTo(3L));
        });

        OTHERS.forEach(i -> assertThat(told(i, 2).getLast().text()).contains("revised information"));
        awaitSettled();
        OTHERS.forEach(i -> assertThat(GATEWAY.handedTo(mobile(i))).hasSize(2));
    }

    @Test
    void anOutageOfASubstationNarrowedToATransformerReleasesAllOthers() {
        consumer(0, ContactStanding.VERIFIED, "en");
        connection(connection(first + 1), area(), substation(), feeder, "elsewhere");
        contact(connection(first + 1), mobile(1), ContactStanding.VERIFIED, 1, "en");
        send(outage(1, OutageStanding.STARTED, story.instant())
                .setCutsOffLevel(SupplyLevel.SUBSTATION)
                .setCutsOff(List.of(substation()))
                .build());
        told(0);
        told(1);
        send(outage(2, OutageStanding.STARTED, story.instant())
                .setCutsOffLevel(SupplyLevel.DT)
                .setCutsOff(List.of(transformer()))
                .build());

        assertThat(told(0, 2).getLast().text()).contains("revised information");
        assertThat(told(1, 2).getLast().text()).contains("no longer concerns");
    }

    @Test
    void aTransmissionLineIsToldToThoseBehindWhatItTakesDownAndElseToNobody() {
        consumer(0, ContactStanding.VERIFIED, "en");
        send(line(1, OutageStanding.STARTED).build());
        send(line(2, OutageStanding.STARTED)
                .setCutsOffLevel(SupplyLevel.SUBSTATION)
                .setCutsOff(List.of(substation()))
                .build());
        assertThat(told(0).text()).contains("is off since");
        send(line(3, OutageStanding.STARTED).build());

        assertThat(told(0, 2).getLast().text()).contains("no longer concerns");
        send(line(4, OutageStanding.RESTORED).build());
        await().untilAsserted(() -> assertThat(value("select revision from outages where outage_id = $1", outageId))
                .isEqualTo(4L));
        awaitSettled();
        assertThat(GATEWAY.handedTo(mobile(0))).hasSize(2);
    }

    @Test
    void supplyIsToldToBeBackWhenTheLastOfSeveralOutagesIsOver() {
        consumer(0, ContactStanding.VERIFIED, "en");
        on("G" + consumer, 1, mobile(1), "en");
        send(outage(1, OutageStanding.STARTED, story.instant())
                .setCutsOff(List.of(feeder, "G" + consumer))
                .build());
        told(0);
        told(1);
        send(other(1, OutageStanding.STARTED).build());
        told(0, 2);
        send(outage(2, OutageStanding.RESTORED, story.instant())
                .setCutsOff(List.of(feeder, "G" + consumer))
                .build());

        assertThat(told(1, 2).getLast().text()).contains("was restored on");
        awaitSettled();
        assertThat(GATEWAY.handedTo(mobile(0))).hasSize(2);
        send(other(2, OutageStanding.RESTORED).build());
        assertThat(told(0, 3).getLast().text()).contains("was restored on");
    }

    @Test
    void anOutageNobodyWasToldOfHidesNoRestoration() {
        consumer(0, ContactStanding.VERIFIED, "en");
        report(1, OutageStanding.STARTED, story.instant());
        told(0);
        send(other(1, OutageStanding.STARTED)
                .setFromAt(hoursAgo(3))
                .setExpectedRestorationAt(hoursAgo(1))
                .build());
        await().untilAsserted(() -> assertThat(
                        value("select told_news is null from outages where outage_id = $1", outageId + "-other"))
                .isEqualTo(true));
        report(2, OutageStanding.RESTORED, story.instant());

        assertThat(told(0, 2).getLast().text()).contains("was restored on");
    }

    @Test
    void eachWindowOfANoticeIsToldRemindedOfAndEndedByItself() {
        consumer(0, ContactStanding.VERIFIED, "en");
        Instant from = inTwoDays();
        Instant next = from.plus(Duration.ofDays(1));
        send(window(1, 1, OutageStanding.SCHEDULED, from));
        send(window(2, 1, OutageStanding.SCHEDULED, next));

        awaitNextDue(from.minus(Duration.ofHours(24)));
        story.jumpTo(from.minus(Duration.ofHours(24)));
        told(0, 1);
        awaitNextDue(from.minus(Duration.ofHours(1)));
        story.jumpTo(from.minus(Duration.ofHours(1)));
        assertThat(told(0, 2).getLast().text()).contains("a reminder");
        awaitNextDue(next.minus(Duration.ofHours(24)));
        story.jumpTo(from);
        assertThat(told(0, 3).getLast().text()).contains("will be off from");
        send(window(1, 2, OutageStanding.STARTED, from));
        assertThat(told(0, 4).getLast().text()).contains("is off since");
        send(window(1, 3, OutageStanding.RESTORED, from));
        assertThat(told(0, 5).getLast().text()).contains("was restored on");
        send(window(2, 2, OutageStanding.CANCELLED, next));

        assertThat(told(0, 6).getLast().text()).contains("is cancelled");
        awaitNextDue(null);
    }

    @Test
    void whatIsLongOverIsForgottenAndWhatIsToComeIsNot() {
        consumer(0, ContactStanding.VERIFIED, "en");
        Instant from = story.instant();
        report(1, OutageStanding.STARTED, from);
        told(0);
        report(2, OutageStanding.RESTORED, from);
        told(0, 2);
        send(window(9, 1, OutageStanding.SCHEDULED, from.plus(Duration.ofDays(200))));
        await().untilAsserted(
                        () -> assertThat(value("select count(*) from outages where outage_id like $1", outageId + "%"))
                                .isEqualTo(2L));
        awaitSettled();

        story.jumpTo(from.plus(Duration.ofDays(91)));
        events.publishEvent(new ClockJumped(story.instant()));

        await().untilAsserted(() -> {
            assertThat(value("select count(*) from fan_outs where subject = $1", outageId))
                    .isEqualTo(0L);
            assertThat(value("select string_agg(outage_id, ' ') from outages where outage_id like $1", outageId + "%"))
                    .isEqualTo(outageId + "-9");
        });
        send(window(9, 2, OutageStanding.CANCELLED, from.plus(Duration.ofDays(200))));
        awaitNextDue(null);
    }

    // --- those who cannot be told

    @Test
    void theUnverifiedAreWorkForTheFieldAndToldWhenVerifiedWhileItLasts() {
        consumer(0, ContactStanding.CLAIMED, "hi");
        connection(connection(first + 1), area(), substation(), feeder, transformer());
        RecordedOutage started = report(1, OutageStanding.STARTED, story.instant());

        await().untilAsserted(() -> assertThat(unreachables(started))
                .extracting(Unreachable::getConnectionId, Unreachable::getReason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(connection(first), UnreachableReason.NUMBER_NOT_VERIFIED),
                        org.assertj.core.groups.Tuple.tuple(connection(first + 1), UnreachableReason.NO_CONTACT)));
        assertThat(unreachables(started))
                .allSatisfy(one -> assertThat(one.getRelevantUntil()).isEqualTo(started.getExpectedRestorationAt()));

        contact(connection(first), mobile(0), ContactStanding.VERIFIED, 2, "hi");
        assertThat(told(0).text()).contains("सआदतगंज फीडर", last(0));
        contact(connection(first), mobile(0), ContactStanding.VERIFIED, 3, "hi");
        awaitSettled();
        assertThat(GATEWAY.handedTo(mobile(0))).hasSize(1);
    }

    @Test
    void onlyTheLatestNewsWaitForTheUnverifiedAndNoneAfterItsEnd() {
        consumer(0, ContactStanding.CLAIMED, "en");
        consumer(1, ContactStanding.CLAIMED, "en");
        consumer(2, ContactStanding.VERIFIED, "en");
        RecordedOutage started = report(1, OutageStanding.STARTED, story.instant());
        await().untilAsserted(() -> assertThat(unreachables(started)).hasSize(2));
        RecordedOutage revised = report(2, OutageStanding.STARTED, story.instant());
        await().untilAsserted(() -> assertThat(unreachables(revised)).hasSize(2));

        contact(connection(first), mobile(0), ContactStanding.VERIFIED, 2, "en");
        assertThat(told(0).text()).contains("revised information");
        RecordedOutage restored = report(3, OutageStanding.RESTORED, story.instant());
        assertThat(told(2, 3).getLast().text()).contains("was restored");
        contact(connection(first + 1), mobile(1), ContactStanding.VERIFIED, 2, "en");

        awaitSettled();
        assertThat(GATEWAY.handedTo(mobile(1))).isEmpty();
        assertThat(unreachables(restored)).isEmpty();
    }

    // --- what changes nothing

    @Test
    void duplicatesAndOlderRevisionsChangeNothing() {
        consumer(0, ContactStanding.VERIFIED, "en");
        RecordedOutage started = report(1, OutageStanding.STARTED, story.instant());
        told(0);
        RecordedOutage revised = report(2, OutageStanding.STARTED, story.instant());
        told(0, 2);
        send(revised);
        send(started);
        send(RecordedOutage.newBuilder(revised).setEventId("another").build());
        send(RecordedOutage.newBuilder(started).setWords(Map.of()).build());
        report(3, OutageStanding.RESTORED, story.instant());

        assertThat(told(0, 3).getLast().text()).contains("was restored");
        awaitSettled();
        assertThat(GATEWAY.handedTo(mobile(0))).hasSize(3);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void whatLaterNewsOvertakeIsNotSent() {
        consumer(0, ContactStanding.VERIFIED, "en");
        var answered = new CountDownLatch(1);
        GATEWAY.answers(mobile(0), Gateway.failAfter(answered));
        RecordedOutage started = report(1, OutageStanding.STARTED, story.instant());
        told(0, 1);
        report(2, OutageStanding.RESTORED, story.instant());
        await().untilAsserted(() -> assertThat(value("select told_news from outages where outage_id = $1", outageId))
                .isEqualTo("RESTORED"));
        answered.countDown();

        assertThat(told(0, 2).getLast().text()).contains("was restored");
        await().untilAsserted(() -> assertThat(steps(started, 0))
                .containsExactly(MessageStep.PLANNED, MessageStep.RETRYING, MessageStep.SUPPRESSED));
    }

    @Test
    void whatCannotBeToldIsADeadLetterWithItsReason() {
        Instant now = story.instant();
        List<RecordedOutage> wrong = List.of(
                outage(1, OutageStanding.UNKNOWN, now).build(),
                outage(1, OutageStanding.STARTED, now)
                        .setCutsOffLevel(SupplyLevel.UNKNOWN)
                        .setCutsOff(List.of(feeder))
                        .build(),
                outage(1, OutageStanding.STARTED, now).setCutsOff(List.of()).build(),
                outage(1, OutageStanding.STARTED, now).setWords(Map.of()).build(),
                outage(1, OutageStanding.STARTED, now)
                        .setWords(Map.of("en", words("x".repeat(41), "repair")))
                        .build(),
                outage(1, OutageStanding.STARTED, now)
                        .setExpectedRestorationAt(null)
                        .build(),
                outage(1, OutageStanding.STARTED, now)
                        .setExpectedRestorationAt(now)
                        .build(),
                outage(0, OutageStanding.STARTED, now).build(),
                outage(1, OutageStanding.STARTED, now).setDiscom("PVVNL").build());
        wrong.forEach(this::send);

        await().untilAsserted(() -> assertThat(deadLetters())
                .hasSameSizeAs(wrong)
                .anyMatch(reason -> reason.startsWith("standing: UNKNOWN"))
                .anyMatch(reason -> reason.startsWith("cutsOffLevel: UNKNOWN"))
                .anyMatch(reason -> reason.startsWith("assets: none"))
                .anyMatch(reason -> reason.startsWith("words: none"))
                .anyMatch(reason -> reason.startsWith("words.en.place: "))
                .anyMatch(reason -> reason.startsWith("expectedRestorationAt: null"))
                .anyMatch(reason -> reason.startsWith("revision: 0"))
                .anyMatch(reason -> reason.startsWith("outageId: " + outageId)));
        assertThat(value("select count(*) from outages where outage_id = $1", outageId))
                .isEqualTo(0L);
    }

    // --- in the middle

    @Test
    void aFanOutThatDiesInThePageGoesOnWhereItWasAndTellsEverybodyOnce() {
        int people = 8;
        for (int i = 0; i < people; i++) {
            consumer(i, i == 4 ? ContactStanding.CLAIMED : ContactStanding.VERIFIED, "en");
        }
        var held = Mono.from(connections.create()).block();
        Mono.from(held.beginTransaction()).block();
        Mono.from(held.createStatement("select from contacts where connection_id = $1 for update")
                        .bind("$1", connection(first + 4))
                        .execute())
                .flatMapMany(result -> result.map((row, metadata) -> 1))
                .blockLast();
        RecordedOutage started = report(1, OutageStanding.STARTED, story.instant());
        IntStream.range(0, 3).forEach(this::told);
        await().until(() -> diedWaiting() > 0);
        assertThat(value("select cursor_connection from fan_outs where event_id = $1", started.getEventId()))
                .isEqualTo(connection(first + 2));
        assertThat(dispatches(started)).hasSize(3);
        Mono.from(held.rollbackTransaction()).block();
        Mono.from(held.close()).block();

        IntStream.range(0, people).filter(i -> i != 4).forEach(this::told);
        awaitSettled();
        assertThat(dispatches(started)).hasSize(people - 1);
        assertThat(unreachables(started)).hasSize(1);
        assertThat(value("select state from fan_outs where event_id = $1", started.getEventId()))
                .isEqualTo("DONE");
    }

    @Test
    void pagesWaitWhileTheLaneIsFull() {
        int people = 12;
        for (int i = 0; i < people; i++) {
            consumer(i, ContactStanding.VERIFIED, "en");
        }
        var lane = Objects.requireNonNull(listeners.getListenerContainer("notification-service.dispatch-bulk"));
        await().until(() -> backlog.count().blockOptional().orElseThrow() == 0);
        lane.stop();
        RecordedOutage started = report(1, OutageStanding.STARTED, story.instant());

        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(backlog.count().block()).isEqualTo(6));
        assertThat(dispatches(started)).hasSize(6);
        assertThat(value("select state from fan_outs where event_id = $1", started.getEventId()))
                .isEqualTo("UNDER_WAY");
        lane.start();

        IntStream.range(0, people).forEach(this::told);
        awaitSettled();
        assertThat(dispatches(started)).hasSize(people);
    }

    /** Ends the connections that wait for a row somebody else has, as when their process is killed. */
    private long diedWaiting() {
        return database.sql("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where wait_event_type = 'Lock' and datname = current_database()
                          and query like '%for share%'
                        """).map(row -> 1L).all().count().blockOptional().orElse(0L);
    }

    // --- fixtures

    private String area() {
        return "DVVNL/Z" + consumer;
    }

    private String substation() {
        return "SS" + consumer;
    }

    private String transformer() {
        return "DT" + consumer;
    }

    private String asset(SupplyLevel level) {
        return switch (level) {
            case AREA -> area();
            case SUBSTATION -> substation();
            case FEEDER -> feeder;
            case DT -> transformer();
            case UNKNOWN ->
                throw new IllegalArgumentException("level: " + level + " (expected: one that consumers hang on)");
        };
    }

    private String mobile(int which) {
        return number(first + which);
    }

    private String last(int which) {
        return String.format("%04d", (first + which) % 10_000);
    }

    private Instant inTwoDays() {
        return story.instant().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(2));
    }

    /** A consumer on this test's feeder, with a contact. */
    private void consumer(int which, ContactStanding standing, String language) {
        connection(connection(first + which), area(), substation(), feeder, transformer());
        contact(connection(first + which), mobile(which), standing, 1, language);
    }

    /** A consumer on another feeder of the same substation. */
    private void on(String feederCode, int which, String mobile, String language) {
        connection(connection(first + which), area(), substation(), feederCode, transformer());
        contact(connection(first + which), mobile, ContactStanding.VERIFIED, 1, language);
    }

    /** An outage of two feeders is told to one consumer on this test's and eight on the other. */
    private void toldOnTwoFeeders() {
        consumer(0, ContactStanding.VERIFIED, "en");
        OTHERS.forEach(i -> on("G" + consumer, i, mobile(i), "en"));
        send(outage(1, OutageStanding.STARTED, story.instant())
                .setCutsOff(List.of(feeder, "G" + consumer))
                .build());
        told(0);
        OTHERS.forEach(this::told);
    }

    /** It is narrowed to this test's feeder; some of those released are planned to be told, and the lane has no room for the others. */
    private void released() {
        report(2, OutageStanding.STARTED, story.instant());
        await().untilAsserted(() -> assertThat(value("""
                        select string_agg(state, ' ') from fan_outs
                        where subject = $1 and kind = 'OUTAGE_NARROWED' and cursor_connection > ''
                        """, outageId)).isEqualTo("UNDER_WAY"));
        await().until(() -> backlog.count().blockOptional().orElseThrow() > 5);
    }

    private void whileTheLaneIsHeld(Runnable events) {
        var lane = Objects.requireNonNull(listeners.getListenerContainer("notification-service.dispatch-bulk"));
        await().until(() -> backlog.count().blockOptional().orElseThrow() == 0);
        lane.stop();
        try {
            events.run();
        } finally {
            lane.start();
        }
    }

    private Instant hoursAgo(int hours) {
        return story.instant().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(hours));
    }

    private RecordedOutage.Builder line(long revision, OutageStanding standing) {
        return outage(revision, standing, story.instant()).setCutsOffLevel(null).setCutsOff(List.of());
    }

    /** Another outage of this test's feeder. */
    private RecordedOutage.Builder other(long revision, OutageStanding standing) {
        return outage(revision, standing, story.instant()).setOutageId(outageId + "-other");
    }

    private RecordedOutage window(int window, long revision, OutageStanding standing, Instant from) {
        return outage(revision, standing, from)
                .setOutageId(outageId + "-" + window)
                .setNoticeId(outageId)
                .build();
    }

    private void connection(String id, String area, String substation, String feederCode, String dt) {
        topics.send(
                Topics.CONNECTIONS,
                Connection.newBuilder()
                        .setEventId("connection " + id)
                        .setOccurredAt(story.instant())
                        .setDiscom(id.substring(0, 5))
                        .setConnectionId(id)
                        .setVersion(1)
                        .setAccountNo(id.substring(6))
                        .setAreaPath(area)
                        .setSubstation(substation)
                        .setFeederCode(feederCode)
                        .setDtCode(dt)
                        .setCategory("LMV-1-URBAN")
                        .setSanctionedLoadW(1000)
                        .setBillingMode(BillingMode.POSTPAID)
                        .setMeterNo(null)
                        .setSupplyFrom(LocalDate.of(2019, 1, 1))
                        .setSupplyTo(null)
                        .build());
        await().untilAsserted(() -> assertThat(value("select version from connections where connection_id = $1", id))
                .isEqualTo(1L));
    }

    private RecordedOutage report(long revision, OutageStanding standing, Instant from) {
        RecordedOutage outage = outage(revision, standing, from).build();
        send(outage);
        return outage;
    }

    private void send(RecordedOutage outage) {
        topics.send(Topics.RECORDED_OUTAGES, outage);
    }

    private RecordedOutage.Builder outage(long revision, OutageStanding standing, Instant from) {
        Instant begin = from.truncatedTo(ChronoUnit.MILLIS);
        return RecordedOutage.newBuilder()
                .setEventId(outageId + " " + revision)
                .setOccurredAt(story.instant().truncatedTo(ChronoUnit.MILLIS))
                .setDiscom("DVVNL")
                .setOutageId(outageId)
                .setRevision(revision)
                .setStanding(standing)
                .setCutsOffLevel(SupplyLevel.FEEDER)
                .setCutsOff(List.of(feeder))
                .setFromAt(begin)
                .setExpectedRestorationAt(begin.plus(LASTS))
                .setRestoredAt(null)
                .setWords(Map.of(
                        "hi", words("सआदतगंज फीडर", "ट्रांसफार्मर की मरम्मत"),
                        "en", words("Saadatganj feeder", "transformer repair")));
    }

    private static RecordedWords words(String place, String reason) {
        return RecordedWords.newBuilder().setPlace(place).setReason(reason).build();
    }

    // --- what comes of it

    private Gateway.Sms told(int which) {
        return told(which, 1).getFirst();
    }

    private List<Gateway.Sms> told(int which, int messages) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(GATEWAY.handedTo(mobile(which))).hasSize(messages));
        return GATEWAY.handedTo(mobile(which));
    }

    private List<MessageStep> steps(RecordedOutage outage, int which) {
        return statuses(outage.getEventId()).stream()
                .filter(status -> status.getConnectionIds().contains(connection(first + which)))
                .map(MessageStatus::getStep)
                .toList();
    }

    private List<Dispatch> dispatches(RecordedOutage outage) {
        return topics.readAll(Topics.DISPATCH_BULK).stream()
                .filter(one -> outage.getEventId().equals(one.getCausationId()))
                .toList();
    }

    private List<Unreachable> unreachables(RecordedOutage outage) {
        return topics.readAll(Topics.UNREACHABLE).stream()
                .filter(one -> outage.getEventId().equals(one.getCausationId()))
                .toList();
    }

    private List<String> deadLetters() {
        return topics.readAllBytes(Topics.RECORDED_OUTAGES.deadLetters("notification-service")).stream()
                .filter(letter -> outageId.equals(new String(letter.key(), StandardCharsets.UTF_8)))
                .map(letter ->
                        new String(letter.headers().lastHeader("sampark-reason").value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** Awaits that the story clock would stop at this time next; null: at none. */
    private void awaitNextDue(@Nullable Instant time) {
        await().untilAsserted(() -> web.get()
                .uri("/internal/later")
                .header("Authorization", OPS)
                .exchange()
                .expectBody()
                .json(time == null ? "{\"nextDue\":null}" : "{\"nextDue\":\"" + time + "\"}"));
    }
}
