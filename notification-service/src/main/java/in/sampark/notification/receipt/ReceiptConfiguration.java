package in.sampark.notification.receipt;

import in.sampark.notification.later.Later;
import in.sampark.notification.message.AnnounceMessages;
import in.sampark.notification.provider.ProviderSettings;
import in.sampark.notification.receipt.r2dbc.ProviderMessages;
import in.sampark.notification.receipt.r2dbc.Receipts;
import in.sampark.notification.receipt.web.ReceiptController;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.security.PublicPaths;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

    private static final Duration FORGOTTEN_EVERY = Duration.ofHours(1);
    private static final int PAGE = 10_000;

    @Bean
    ProviderMessages providerMessages(DatabaseClient database) {
        return new ProviderMessages(database);
    }

    @Bean
    TakeReceipts takeReceipts(
            DatabaseClient database,
            ProviderMessages providerMessages,
            ProviderSettings providers,
            Later later,
            AnnounceMessages announce,
            TransactionalOperator transaction,
            Clock clock) {
        Set<String> byIds = providers.providers().entrySet().stream()
                .filter(provider -> provider.getValue().receipts().byIds())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new TakeReceipts(new Receipts(database), providerMessages, byIds, later, announce, transaction, clock);
    }

    @Bean
    LeaderLoop providerMessagesForgotten(
            ProviderMessages providerMessages, ReceiptSettings settings, DatabaseLeadership leadership) {
        return new LeaderLoop(
                "provider messages",
                null,
                FORGOTTEN_EVERY,
                () -> providerMessages.forget(settings.idsKeptFor(), PAGE).map(forgotten -> forgotten == PAGE),
                leadership);
    }

    @Bean
    ReceiptController receiptController(ProviderSettings providers, TakeReceipts takeReceipts, MeterRegistry meters) {
        return new ReceiptController(providers, takeReceipts, meters);
    }

    @Bean
    PublicPaths receiptPaths() {
        return new PublicPaths(ReceiptController.PATH);
    }
}
