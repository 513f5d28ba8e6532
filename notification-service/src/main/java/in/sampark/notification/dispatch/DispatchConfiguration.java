package in.sampark.notification.dispatch;

import in.sampark.notification.dispatch.domain.Rate;
import in.sampark.notification.dispatch.messaging.AlertListener;
import in.sampark.notification.dispatch.messaging.BulkBacklog;
import in.sampark.notification.dispatch.messaging.BulkListener;
import in.sampark.notification.dispatch.messaging.RoutineListener;
import in.sampark.notification.dispatch.messaging.UrgentListener;
import in.sampark.notification.dispatch.r2dbc.Claims;
import in.sampark.notification.dispatch.r2dbc.Outcomes;
import in.sampark.notification.dispatch.r2dbc.ProviderTurns;
import in.sampark.notification.dispatch.r2dbc.StaleClaims;
import in.sampark.notification.later.Later;
import in.sampark.notification.message.AnnounceMessages;
import in.sampark.notification.message.domain.Lane;
import in.sampark.notification.operator.RaiseTasks;
import in.sampark.notification.plan.CheckRules;
import in.sampark.notification.plan.KeepUnreachable;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.notification.provider.ProviderSettings;
import in.sampark.notification.provider.SmsProvider;
import in.sampark.notification.provider.SmsProviders;
import in.sampark.notification.receipt.TakeReceipts;
import in.sampark.notification.recipient.Contacts;
import in.sampark.notification.recipient.Numbers;
import in.sampark.notification.recipient.ProvenContacts;
import in.sampark.notification.template.domain.Templates;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.MessagingSettings;
import in.sampark.platform.settled.Unsettled;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    @Bean
    RecordOutcomes recordOutcomes(
            DatabaseClient database,
            Later later,
            KeepUnreachable keepUnreachable,
            Contacts contacts,
            ProvenContacts provenContacts,
            TakeReceipts takeReceipts,
            AnnounceMessages announce,
            RaiseTasks raiseTasks,
            TransactionalOperator transaction,
            Clock clock,
            DispatchSettings settings) {
        return new RecordOutcomes(
                new Outcomes(database),
                later,
                keepUnreachable,
                new ReconsiderUnreachable(contacts, provenContacts),
                takeReceipts,
                announce,
                raiseTasks,
                transaction,
                clock,
                settings.recordFor());
    }

    @Bean
    ProviderTurns providerTurns(DatabaseClient database) {
        return new ProviderTurns(database);
    }

    /** Breakers know wall time only: a gateway gets no better by a story's clock. */
    @Bean
    HandOver handOver(
            SmsProviders providers,
            ProviderSettings rates,
            ProviderTurns turns,
            DispatchSettings settings,
            MeterRegistry meters) {
        List<SmsProvider> inOrder =
                settings.provider().stream().map(providers::named).toList();
        inOrder.forEach(provider -> nobodyIsGivenUpInLine(settings, provider));
        return new HandOver(inOrder.stream()
                .map(provider -> new GuardedProvider(
                        provider,
                        settings.sendTimeout(),
                        turns(provider.name(), rates, turns),
                        settings.breaker(),
                        Clock.systemUTC(),
                        meters))
                .toList());
    }

    @Bean
    DispatchMessages dispatchMessages(
            DatabaseClient database,
            Rules rules,
            Templates templates,
            Numbers numbers,
            HandOver handOver,
            RecordOutcomes recordOutcomes,
            DispatchSettings settings,
            ProviderSettings rates,
            MessagingSettings messaging,
            Clock clock) {
        everyBatchEndsInTime(settings, rates, messaging);
        CheckRules.fit(rules, templates);
        Letters letters =
                new Letters(rules, templates, numbers, settings.permittedHours().regulation());
        SendLetters sendLetters = new SendLetters(letters, handOver, settings.retryPolicy(), settings, clock);
        return new DispatchMessages(
                new Claims(database, rules), letters, sendLetters, recordOutcomes, handOver, settings);
    }

    @Bean
    UrgentListener urgentListener(Batches batches, DispatchMessages dispatchMessages) {
        return new UrgentListener(batches, dispatchMessages);
    }

    @Bean
    AlertListener alertListener(Batches batches, DispatchMessages dispatchMessages) {
        return new AlertListener(batches, dispatchMessages);
    }

    @Bean
    BulkListener bulkListener(Batches batches, DispatchMessages dispatchMessages) {
        return new BulkListener(batches, dispatchMessages);
    }

    @Bean
    RoutineListener routineListener(Batches batches, DispatchMessages dispatchMessages) {
        return new RoutineListener(batches, dispatchMessages);
    }

    @Bean(destroyMethod = "close")
    Admin bulkAdmin(KafkaProperties kafka) {
        return Admin.create(kafka.buildAdminProperties());
    }

    @Bean
    LaneBacklog bulkBacklog(Admin bulkAdmin) {
        return new BulkBacklog(bulkAdmin);
    }

    @Bean
    StaleClaims staleClaims(DatabaseClient database) {
        return new StaleClaims(database);
    }

    @Bean
    Unsettled sendingBacklog(StaleClaims claims) {
        return new SendingBacklog(claims);
    }

    @Bean
    LeaderLoop staleClaimsResolution(
            StaleClaims claims,
            Later later,
            AnnounceMessages announce,
            TransactionalOperator transaction,
            Clock clock,
            DispatchSettings settings,
            ProviderSettings rates,
            DatabaseLeadership leadership) {
        Map<Lane, Duration> leases = Arrays.stream(Lane.values())
                .collect(Collectors.toMap(lane -> lane, lane -> settings.batchAtMost(lane, rates)));
        ResolveLost resolveLost = new ResolveLost(claims, later, announce, transaction, clock, leases);
        return new LeaderLoop("stale claims", null, BETWEEN_LOOKS, resolveLost::resolve, leadership);
    }

    private static @Nullable Turns turns(String provider, ProviderSettings rates, ProviderTurns turns) {
        return rates.find(provider)
                .flatMap(found -> Optional.ofNullable(found.rate()).map(rate -> new Rate(rate, found.reserve())))
                .map(rate -> new Turns(provider, rate, turns))
                .orElse(null);
    }

    private static void nobodyIsGivenUpInLine(DispatchSettings settings, SmsProvider provider) {
        if (settings.sendTimeout().compareTo(provider.inLineAtMost()) <= 0) {
            throw new IllegalArgumentException("sampark.dispatch.send-timeout: " + settings.sendTimeout()
                    + " (expected: more than " + provider.inLineAtMost()
                    + ", for so long, twice its connect-timeout, a message may"
                    + " stand in line for a connection of " + provider.name() + ")");
        }
    }

    /** A batch that outlasts its time-out would be cut off in the middle of sending. */
    static void everyBatchEndsInTime(DispatchSettings settings, ProviderSettings rates, MessagingSettings messaging) {
        for (Lane lane : Lane.values()) {
            Duration atMost = settings.batchAtMost(lane, rates);
            if (atMost.compareTo(messaging.batchTimeout()) >= 0) {
                throw new IllegalArgumentException("sampark.messaging.batch-timeout: " + messaging.batchTimeout()
                        + " (expected: more than " + atMost + ", which a batch of " + lane
                        + " may take with the providers " + settings.provider()
                        + "; set SAMPARK_BATCH_TIMEOUT higher, or SAMPARK_SEND_TIMEOUT lower)");
            }
        }
    }
}
