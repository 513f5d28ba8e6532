package in.sampark.consumer.otp;

import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.otp.messaging.OtpRequests;
import in.sampark.consumer.otp.r2dbc.R2dbcOtpChallenges;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeySettings;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.crypto.Sealer;
import in.sampark.platform.outbox.Outbox;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class OtpConfiguration {

    @Bean
    OtpCodes otpCodes(KeySettings keys) {
        return new OtpCodes(KeyedHash.of(Optional.ofNullable(keys.otp())
                .orElseThrow(() -> new IllegalStateException("sampark.keys.otp: none (expected: a keyset)"))));
    }

    @Bean
    OtpChallenges otpChallenges(DatabaseClient database, FieldCipher cipher, KeyedHash hash) {
        return new R2dbcOtpChallenges(database, cipher, hash);
    }

    @Bean
    SendCode sendCode(
            FindConnection findConnection,
            ChangeContacts changeContacts,
            OtpChallenges challenges,
            OtpCodes codes,
            Sealer sealer,
            Outbox outbox,
            AuditTrail trail,
            TransactionalOperator transaction,
            OtpSettings settings,
            Clock clock) {
        return new SendCode(
                findConnection,
                changeContacts,
                challenges,
                codes,
                new OtpRequests(sealer),
                outbox,
                trail,
                transaction,
                settings,
                clock);
    }

    @Bean
    VerifyNumber verifyNumber(
            FindConnection findConnection,
            ChangeContacts changeContacts,
            OtpChallenges challenges,
            OtpCodes codes,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        return new VerifyNumber(findConnection, changeContacts, challenges, codes, trail, transaction, clock);
    }
}
