package in.sampark.notification.recipient;

import in.sampark.notification.recipient.messaging.ConnectionListener;
import in.sampark.notification.recipient.messaging.ContactListener;
import in.sampark.notification.recipient.r2dbc.ConnectionTable;
import in.sampark.notification.recipient.r2dbc.ContactProjection;
import in.sampark.notification.recipient.r2dbc.ContactTable;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.crypto.Unsealer;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.rotation.ColumnStatements;
import in.sampark.platform.rotation.EncryptedColumn;
import in.sampark.platform.rotation.EncryptedRows;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class RecipientConfiguration {

    @Bean
    Numbers numbers(Unsealer unsealer, FieldCipher cipher, KeyedHash hash) {
        return new Numbers(unsealer, cipher, hash);
    }

    @Bean
    Contacts contacts(DatabaseClient database) {
        return new ContactTable(database);
    }

    @Bean
    EncryptedRows encryptedNumbers(DatabaseClient database, TransactionalOperator transaction, FieldCipher cipher) {
        var statements = ColumnStatements.of("contacts", "connection_id", "number_encrypted");
        return new EncryptedColumn(database, transaction, cipher, statements, Optional.empty());
    }

    @Bean
    ContactListener contactListener(Batches batches, DatabaseClient database, ProvenContacts proven, Numbers numbers) {
        return new ContactListener(batches, new ProjectContacts(new ContactProjection(database), proven), numbers);
    }

    @Bean
    ConnectionListener connectionListener(Batches batches, DatabaseClient database) {
        return new ConnectionListener(batches, new ProjectConnections(new ConnectionTable(database)));
    }
}
