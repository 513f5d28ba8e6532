package in.sampark.consumer.preference;

import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.FindContact;
import in.sampark.consumer.preference.r2dbc.R2dbcConsentLedger;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class PreferenceConfiguration {

    @Bean
    KeepPreferences keepPreferences(
            FindConnection findConnection,
            FindContact findContact,
            ChangeContacts changeContacts,
            DatabaseClient database,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        return new KeepPreferences(
                findConnection,
                findContact,
                changeContacts,
                new R2dbcConsentLedger(database),
                trail,
                transaction,
                clock);
    }
}
