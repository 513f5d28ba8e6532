package in.sampark.notification.plan;

import in.sampark.notification.message.AnnounceMessages;
import in.sampark.notification.message.CountPlanned;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.notification.plan.messaging.BalanceListener;
import in.sampark.notification.plan.messaging.OtpListener;
import in.sampark.notification.plan.r2dbc.BalancesTold;
import in.sampark.notification.plan.r2dbc.LatestEvents;
import in.sampark.notification.plan.r2dbc.NamedNotices;
import in.sampark.notification.plan.r2dbc.PendingNotices;
import in.sampark.notification.recipient.Contacts;
import in.sampark.notification.recipient.Numbers;
import in.sampark.notification.recipient.ProvenContacts;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Inbox;
import in.sampark.platform.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
@Import(ConnectionEventListeners.class)
class PlanConfiguration {

    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(10);

    /** Longer than a topic keeps the events that could lead to a notice from before. */
    private static final Duration REMEMBERED_FOR = Duration.ofDays(40);

    @Bean
    Rules rules(NoticeSettings settings) {
        return settings.rules();
    }

    @Bean
    PendingNotices pendingNotices(DatabaseClient database) {
        return new PendingNotices(database);
    }

    @Bean
    KeepUnreachable keepUnreachable(PendingNotices pending, Outbox outbox) {
        return new KeepUnreachable(pending, outbox);
    }

    @Bean
    NamedNotices namedNotices(DatabaseClient database) {
        return new NamedNotices(database);
    }

    @Bean
    PlanNotices planNotices(
            Rules rules,
            Contacts contacts,
            NamedNotices namedNotices,
            KeepUnreachable keepUnreachable,
            CountPlanned countPlanned,
            AnnounceMessages announce,
            Clock clock) {
        return new PlanNotices(rules, contacts, namedNotices, keepUnreachable, countPlanned, announce, clock);
    }

    @Bean
    ProvenContacts planPending(PendingNotices pending, PlanNotices planNotices, Clock clock) {
        return new PlanPending(pending, planNotices, clock);
    }

    @Bean
    LatestEvents latestEvents(DatabaseClient database) {
        return new LatestEvents(database);
    }

    @Bean
    NoteEvents noteEvents(Rules rules, LatestEvents latestEvents) {
        return new NoteEvents(rules, latestEvents);
    }

    @Bean
    BalanceListener balanceListener(
            Batches batches, Rules rules, DatabaseClient database, PlanNotices planNotices, Clock clock) {
        return new BalanceListener(batches, new TellBalances(rules, new BalancesTold(database), planNotices, clock));
    }

    @Bean
    OtpListener otpListener(Batches batches, Inbox inbox, PlanNotices planNotices, Rules rules, Numbers numbers) {
        return new OtpListener(batches, inbox, planNotices, rules, numbers);
    }

    @Bean
    LeaderLoop pendingNoticesCleaning(
            PendingNotices pending,
            LatestEvents latestEvents,
            NamedNotices namedNotices,
            Clock clock,
            DatabaseLeadership leadership) {
        return new LeaderLoop(
                "pending notices cleaning",
                null,
                BETWEEN_CLEANINGS,
                () -> pending.forget(clock.instant())
                        .then(latestEvents.forget(clock.instant().minus(REMEMBERED_FOR)))
                        .then(namedNotices.forget(clock.instant().minus(REMEMBERED_FOR)))
                        .thenReturn(false),
                leadership);
    }
}
