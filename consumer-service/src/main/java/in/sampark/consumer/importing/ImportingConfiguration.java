package in.sampark.consumer.importing;

import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.CategorySettings;
import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.DiscomSettings;
import in.sampark.consumer.connection.RecordConnections;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.contact.MobileNumbers;
import in.sampark.consumer.importing.domain.RowRules;
import in.sampark.consumer.importing.r2dbc.EncryptedChunks;
import in.sampark.consumer.importing.r2dbc.R2dbcImportJobs;
import in.sampark.consumer.importing.r2dbc.R2dbcRowErrors;
import in.sampark.consumer.importing.r2dbc.R2dbcStagedRows;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.rotation.EncryptedRows;
import in.sampark.platform.settled.Unsettled;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class ImportingConfiguration {

    /** Between two looks for what senders have left behind; a file that has become whole rings. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    @Bean
    ImportJobs importJobs(DatabaseClient database, TransactionalOperator transaction) {
        return new R2dbcImportJobs(database, transaction);
    }

    @Bean
    RowErrors rowErrors(DatabaseClient database) {
        return new R2dbcRowErrors(database);
    }

    @Bean
    StagedRows stagedRows(DatabaseClient database, FieldCipher cipher, RowErrors errors) {
        return new R2dbcStagedRows(database, cipher, errors);
    }

    @Bean
    EncryptedRows encryptedChunks(DatabaseClient database, TransactionalOperator transaction, FieldCipher cipher) {
        return new EncryptedChunks(database, transaction, cipher);
    }

    @Bean
    StageFile stageFile(
            DiscomSettings discoms,
            CategorySettings categories,
            ImportJobs jobs,
            StagedRows stagedRows,
            KeyedHash hash,
            ImportSettings settings,
            Clock clock) {
        var rules = new RowRules(discoms.accountNumbers(), categories.categories(), MobileNumbers::parse);
        return new StageFile(rules, jobs, stagedRows, hash, settings, clock);
    }

    @Bean
    FindImport findImport(ImportJobs jobs, RowErrors errors) {
        return new FindImport(jobs, errors);
    }

    @Bean
    LeaderLoop importTaking(
            ImportJobs jobs,
            StagedRows stagedRows,
            Connections connections,
            RecordConnections recordConnections,
            ChangeContacts changeContacts,
            AuditTrail trail,
            TransactionalOperator transaction,
            ImportSettings settings,
            DatabaseLeadership leadership,
            Clock clock) {
        var takeRows =
                new TakeRows(stagedRows, connections, recordConnections, changeContacts, trail, transaction, clock);
        var takeImports = new TakeImports(jobs, stagedRows, takeRows, transaction, settings, clock);
        return new LeaderLoop("imports", R2dbcImportJobs.CHANNEL, IDLE, takeImports::step, leadership);
    }

    @Bean
    Unsettled importsToTake(DatabaseClient database) {
        return new ImportsToTake(database);
    }
}
