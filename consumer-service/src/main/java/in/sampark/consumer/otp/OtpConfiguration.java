package in.sampark.consumer.otp;

import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.otp.messaging.OtpRequests;
import in.sampark.consumer.otp.r2dbc.AgingChallenges;
import in.sampark.consumer.otp.r2dbc.R2dbcOtpChallenges;
import in.sampark.consumer.otp.r2dbc.R2dbcSpentAllowances;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeySettings;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.crypto.Sealer;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.outbox.Outbox;
import in.sampark.platform.rotation.EncryptedRows;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class OtpConfiguration {

    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(5);

    @Bean
    OtpCodes otpCodes(KeySettings keys) {
        return new OtpCodes(KeyedHash.of(Optional.ofNullable(keys.otp())
                .orElseThrow(() -> new IllegalStateException("sampark.keys.otp: none (expected: a keyset)"))));
    }

    @Bean
    OtpChallenges otpChallenges(DatabaseClient database, FieldCipher cipher) {
        return new R2dbcOtpChallenges(database, cipher);
    }

    @Bean
    EncryptedRows agingChallenges(DatabaseClient database, FieldCipher cipher, KeyedHash hash) {
        return AgingChallenges.of(database, cipher, hash);
    }

    @Bean
    SpentAllowances spentAllowances(DatabaseClient database, KeyedHash hash) {
        return new R2dbcSpentAllowances(database, hash);
    }

    @Bean
    SpendAllowances spendAllowances(SpentAllowances spent, OtpSettings settings) {
        return new SpendAllowances(spent, settings);
    }

    @Bean
    IssueCode issueCode(OtpChallenges challenges, OtpCodes codes, Sealer sealer, Outbox outbox, OtpSettings settings) {
        return new IssueCode(challenges, codes, new OtpRequests(sealer), outbox, settings);
    }

    @Bean
    GuessCode guessCode(OtpChallenges challenges, OtpCodes codes) {
        return new GuessCode(challenges, codes);
    }

    @Bean
    SendCode sendCode(
            FindConnection findConnection,
            ChangeContacts changeContacts,
            SpendAllowances spendAllowances,
            IssueCode issueCode,
            AuditTrail trail,
            TransactionalOperator transaction,
            OtpSettings settings,
            Clock clock) {
        return new SendCode(
                findConnection, changeContacts, spendAllowances, issueCode, trail, transaction, settings, clock);
    }

    @Bean
    VerifyNumber verifyNumber(
            FindConnection findConnection,
            ChangeContacts changeContacts,
            OtpChallenges challenges,
            GuessCode guessCode,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        return new VerifyNumber(findConnection, changeContacts, challenges, guessCode, trail, transaction, clock);
    }

    @Bean
    LeaderLoop codesForgetting(
            OtpChallenges challenges,
            SpentAllowances spent,
            OtpSettings settings,
            Clock clock,
            DatabaseLeadership leadership) {
        var forgetCodes = new ForgetCodes(challenges, spent, settings, clock);
        return new LeaderLoop("codes forgetting", null, BETWEEN_CLEANINGS, forgetCodes::forget, leadership);
    }
}
