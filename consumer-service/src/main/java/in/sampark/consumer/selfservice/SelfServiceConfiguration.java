package in.sampark.consumer.selfservice;

import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.NoteDone;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.otp.GuessCode;
import in.sampark.consumer.otp.IssueCode;
import in.sampark.consumer.otp.SpendAllowances;
import in.sampark.consumer.preference.WithdrawConsents;
import in.sampark.consumer.selfservice.messaging.RechargeListener;
import in.sampark.consumer.selfservice.r2dbc.AgingProofs;
import in.sampark.consumer.selfservice.r2dbc.R2dbcNumberChanges;
import in.sampark.consumer.selfservice.r2dbc.R2dbcRechargeReferences;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.outbox.Outbox;
import in.sampark.platform.rotation.EncryptedRows;
import in.sampark.platform.security.PublicPaths;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class SelfServiceConfiguration {

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);

    @Bean
    PublicPaths selfServicePaths() {
        return new PublicPaths("/api/v1/self-service/**");
    }

    @Bean
    DetailsHash detailsHash(KeyedHash hash) {
        return new DetailsHash(hash);
    }

    @Bean
    NumberChanges numberChanges(DatabaseClient database, FieldCipher cipher) {
        return new R2dbcNumberChanges(database, cipher);
    }

    @Bean
    RechargeReferences rechargeReferences(DatabaseClient database) {
        return new R2dbcRechargeReferences(database);
    }

    @Bean
    EncryptedRows agingReferences(DatabaseClient database, KeyedHash hash) {
        return AgingProofs.references(database, hash);
    }

    @Bean
    EncryptedRows agingChanges(DatabaseClient database, FieldCipher cipher, KeyedHash hash) {
        return AgingProofs.changes(database, cipher, hash);
    }

    @Bean
    LeaderLoop referencesForgetting(
            RechargeReferences references, SelfServiceSettings settings, Clock clock, DatabaseLeadership leadership) {
        return new LeaderLoop(
                "references forgetting",
                null,
                BETWEEN_CLEANINGS,
                () -> references
                        .forget(clock.instant().minus(settings.referenceKeptFor()))
                        .thenReturn(false),
                leadership);
    }

    @Bean
    Turnstile turnstile(SelfServiceSettings settings) {
        return new Turnstile(settings.atOncePerAddress());
    }

    @Bean
    AskForCode askForCode(
            Turnstile turnstile,
            SpendAllowances spendAllowances,
            IssueCode issueCode,
            DetailsHash detailsHash,
            TransactionalOperator transaction,
            SelfServiceSettings settings,
            Clock clock) {
        return new AskForCode(turnstile, spendAllowances, issueCode, detailsHash, transaction, settings, clock);
    }

    @Bean
    ConfirmNumber confirmNumber(
            Turnstile turnstile,
            GuessCode guessCode,
            SpendAllowances spendAllowances,
            NumberChanges changes,
            TransactionalOperator transaction,
            SelfServiceSettings settings,
            Clock clock) {
        return new ConfirmNumber(turnstile, guessCode, spendAllowances, changes, transaction, settings, clock);
    }

    @Bean
    RefuseChange refuseChange(
            FindConnection findConnection, NumberChanges changes, AuditTrail trail, TransactionalOperator transaction) {
        return new RefuseChange(findConnection, changes, trail, transaction);
    }

    @Bean
    FindKnownDetails findKnownDetails(Connections connections, RechargeReferences references, DetailsHash detailsHash) {
        return new FindKnownDetails(connections, references, detailsHash);
    }

    @Bean
    SettleChanges settleChanges(
            NumberChanges changes,
            FindKnownDetails findKnownDetails,
            ChangeContacts changeContacts,
            WithdrawConsents withdrawConsents,
            Outbox outbox,
            NoteDone noteDone,
            TransactionalOperator transaction,
            SelfServiceSettings settings,
            Clock clock) {
        var followWanted = new FollowWanted(changeContacts, withdrawConsents, noteDone);
        return new SettleChanges(
                changes,
                findKnownDetails,
                changeContacts,
                followWanted,
                outbox,
                noteDone,
                transaction,
                settings,
                clock);
    }

    @Bean
    LeaderLoop changesSettling(SettleChanges settleChanges, DatabaseLeadership leadership) {
        return new LeaderLoop(
                "number changes", R2dbcNumberChanges.CHANNEL, IDLE, settleChanges::settlePage, leadership);
    }

    @Bean
    RechargeListener rechargeListener(Batches batches, RechargeReferences references, DetailsHash detailsHash) {
        return new RechargeListener(batches, new NoteRecharges(references, detailsHash));
    }
}
