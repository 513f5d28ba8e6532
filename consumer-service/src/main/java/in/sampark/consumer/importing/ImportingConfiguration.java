package in.sampark.consumer.importing;

import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.DiscomSettings;
import in.sampark.consumer.connection.RecordConnections;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.MobileNumbers;
import in.sampark.consumer.importing.domain.RowRules;
import in.sampark.consumer.importing.r2dbc.R2dbcSeenAccounts;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class ImportingConfiguration {

    @Bean
    SeenAccounts seenAccounts(DatabaseClient database) {
        return new R2dbcSeenAccounts(database);
    }

    @Bean
    TakeRows takeRows(
            SeenAccounts seenAccounts,
            RecordConnections recordConnections,
            ChangeContacts changeContacts,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        return new TakeRows(seenAccounts, recordConnections, changeContacts, trail, transaction, clock);
    }

    @Bean
    ImportConnections importConnections(
            DiscomSettings discoms, SeenAccounts seenAccounts, TakeRows takeRows, ImportSettings settings) {
        var rules = new RowRules(discoms.accountNumbers(), MobileNumbers::parse);
        return new ImportConnections(rules, seenAccounts, takeRows, settings);
    }
}
