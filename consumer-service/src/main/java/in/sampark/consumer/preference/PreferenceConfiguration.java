package in.sampark.consumer.preference;

import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.NoteDone;
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
    ConsentLedger consentLedger(DatabaseClient database) {
        return new R2dbcConsentLedger(database);
    }

    @Bean
    WithdrawConsents withdrawConsents(
            ConsentLedger ledger, ChangeContacts changeContacts, NoteDone noteDone, Clock clock) {
        return new WithdrawConsents(ledger, changeContacts, noteDone, clock);
    }

    @Bean
    ChooseLanguages chooseLanguages(ChangeContacts changeContacts, NoteDone noteDone, Clock clock) {
        return new ChooseLanguages(changeContacts, noteDone, clock);
    }

    @Bean
    KeepPreferences keepPreferences(
            FindConnection findConnection,
            FindContact findContact,
            ChangeContacts changeContacts,
            ConsentLedger ledger,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        return new KeepPreferences(findConnection, findContact, changeContacts, ledger, trail, transaction, clock);
    }
}
