package in.sampark.consumer.contact;

import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.contact.messaging.ContactRecords;
import in.sampark.consumer.contact.r2dbc.EncryptedNumbers;
import in.sampark.consumer.contact.r2dbc.R2dbcContactSearch;
import in.sampark.consumer.contact.r2dbc.R2dbcContacts;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.crypto.Sealer;
import in.sampark.platform.outbox.Outbox;
import in.sampark.platform.republish.TopicState;
import in.sampark.platform.rotation.EncryptedRows;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class ContactConfiguration {

    @Bean
    Contacts contacts(DatabaseClient database, FieldCipher cipher, KeyedHash hash) {
        return new R2dbcContacts(database, cipher, hash);
    }

    @Bean
    EncryptedRows encryptedNumbers(
            DatabaseClient database, TransactionalOperator transaction, FieldCipher cipher, KeyedHash hash) {
        return EncryptedNumbers.of(database, transaction, cipher, hash);
    }

    @Bean
    TopicState contactsState(Contacts contacts, Sealer sealer, Outbox outbox, Clock clock) {
        return new ContactsState(contacts, new ContactRecords(sealer), outbox, clock);
    }

    @Bean
    ChangeContacts changeContacts(Contacts contacts, Sealer sealer, Outbox outbox) {
        return new ChangeContacts(contacts, new ContactRecords(sealer), outbox);
    }

    @Bean
    ContactSearch contactSearch(DatabaseClient database, FieldCipher cipher, KeyedHash hash) {
        return new R2dbcContactSearch(database, cipher, hash);
    }

    @Bean
    FindSharedNumbers findSharedNumbers(ContactSearch search, ContactSettings settings) {
        return new FindSharedNumbers(search, settings);
    }

    @Bean
    NumberIds numberIds(KeyedHash hash) {
        return new NumberIds(hash);
    }

    @Bean
    ArrangeNumbers arrangeNumbers(
            FindConnection findConnection,
            ChangeContacts changeContacts,
            NumberIds numberIds,
            AuditTrail trail,
            TransactionalOperator transaction,
            Clock clock) {
        return new ArrangeNumbers(findConnection, changeContacts, numberIds, trail, transaction, clock);
    }

    @Bean
    FindContact findContact(FindConnection findConnection, Contacts contacts) {
        return new FindContact(findConnection, contacts);
    }

    @Bean
    ReadNumbers readNumbers(
            FindConnection findConnection, Contacts contacts, AuditTrail trail, TransactionalOperator transaction) {
        return new ReadNumbers(findConnection, contacts, trail, transaction);
    }
}
