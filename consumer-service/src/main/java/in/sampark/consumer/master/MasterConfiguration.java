package in.sampark.consumer.master;

import in.sampark.consumer.connection.DiscomSettings;
import in.sampark.consumer.connection.NoteChanges;
import in.sampark.consumer.connection.RecordConnections;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.master.messaging.DeclaredListener;
import in.sampark.consumer.master.messaging.DeclaredRecords;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Inbox;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MasterConfiguration {

    @Bean
    DeclaredListener declaredListener(
            Batches batches,
            Inbox inbox,
            DiscomSettings discoms,
            RecordConnections recordConnections,
            NoteChanges noteChanges,
            ChangeContacts changeContacts,
            Clock clock) {
        var records = new DeclaredRecords(discoms.accountNumbers());
        return new DeclaredListener(
                batches, new TakeDeclared(inbox, records, recordConnections, noteChanges, changeContacts, clock));
    }
}
