package in.sampark.consumer.erasure;

import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.connection.RecordConnections;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.erasure.r2dbc.R2dbcErasures;
import in.sampark.consumer.otp.OtpChallenges;
import in.sampark.consumer.selfservice.NumberChanges;
import java.time.Clock;
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
            DatabaseClient database,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        return new ErasePerson(
                findConnection,
                connections,
                recordConnections,
                changeContacts,
                challenges,
                numberChanges,
                new R2dbcErasures(database),
                trail,
                transaction,
                clock);
    }
}
