package in.sampark.consumer.erasure;

import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.RecordConnections;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.doubt.Streaks;
import in.sampark.consumer.erasure.r2dbc.R2dbcErasures;
import in.sampark.consumer.otp.OtpChallenges;
import in.sampark.consumer.selfservice.NumberChanges;
import in.sampark.consumer.selfservice.RechargeReferences;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    @Bean
    ErasePerson erasePerson(
            FindConnection findConnection,
            Connections connections,
            RecordConnections recordConnections,
            ChangeContacts changeContacts,
            OtpChallenges challenges,
            NumberChanges numberChanges,
            RechargeReferences references,
            Streaks streaks,
            DatabaseClient database,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        return new ErasePerson(
                findConnection,
                connections,
                recordConnections,
                changeContacts,
                new ForgetTraces(challenges, numberChanges, references, streaks),
                new R2dbcErasures(database),
                trail,
                transaction,
                clock);
    }

    @Bean
    Remains remains(
            @Value("${sampark.audit.keep-for}") Duration trail,
            @Value("${sampark.import.kept-for}") Duration imports,
            @Value("${sampark.idempotency.keep-for}") Duration answers) {
        return new Remains(trail, imports, answers);
    }
}
