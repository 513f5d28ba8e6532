package in.sampark.notification.receipt;

import in.sampark.notification.later.Later;
import in.sampark.notification.message.AnnounceMessages;
import in.sampark.notification.provider.ProviderSettings;
import in.sampark.notification.receipt.r2dbc.Receipts;
import in.sampark.notification.receipt.web.ReceiptController;
import in.sampark.platform.security.PublicPaths;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {

    @Bean
    TakeReceipts takeReceipts(
            DatabaseClient database,
            Later later,
            AnnounceMessages announce,
            TransactionalOperator transaction,
            Clock clock) {
        return new TakeReceipts(new Receipts(database), later, announce, transaction, clock);
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
