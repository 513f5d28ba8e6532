package in.sampark.consumer.connection;

import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.r2dbc.EncryptedNames;
import in.sampark.consumer.connection.r2dbc.R2dbcConnections;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.outbox.Outbox;
import in.sampark.platform.republish.TopicState;
import in.sampark.platform.rotation.EncryptedRows;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    Connections connections(DatabaseClient database, FieldCipher cipher, KeyedHash hash) {
        return new R2dbcConnections(database, cipher, hash);
    }

    @Bean
    EncryptedRows encryptedNames(
            DatabaseClient database, TransactionalOperator transaction, FieldCipher cipher, KeyedHash hash) {
        return EncryptedNames.of(database, transaction, cipher, hash);
    }

    @Bean
    TopicState connectionsState(Connections connections, Outbox outbox, Clock clock) {
        return new ConnectionsState(connections, outbox, clock);
    }

    @Bean
    RecordConnections recordConnections(Connections connections, Places places, Outbox outbox, Clock clock) {
        return new RecordConnections(connections, places, outbox, clock);
    }

    @Bean
    FindConnection findConnection(Connections connections) {
        return new FindConnection(connections);
    }

    @Bean
    NoteDone noteDone(Connections connections, AuditTrail trail) {
        return new NoteDone(connections, trail);
    }

    @Bean
    NoteChanges noteChanges(AuditTrail trail) {
        return new NoteChanges(trail);
    }
}
