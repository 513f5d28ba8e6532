package in.sampark.consumer.master;

import in.sampark.consumer.connection.CategorySettings;
import in.sampark.consumer.connection.DiscomSettings;
import in.sampark.consumer.connection.NoteChanges;
import in.sampark.consumer.connection.RecordConnections;
import in.sampark.consumer.contact.ChangeContacts;
import in.sampark.consumer.master.messaging.DeclaredListener;
import in.sampark.consumer.master.messaging.DeclaredRecords;
import in.sampark.consumer.master.r2dbc.R2dbcDeclarations;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Inbox;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class MasterConfiguration {

    @Bean
    Declarations declarations(DatabaseClient database) {
        return new R2dbcDeclarations(database);
    }

    @Bean
    DeclaredListener declaredListener(
            Batches batches,
            Inbox inbox,
            DiscomSettings discoms,
            CategorySettings categories,
            Declarations declarations,
            RecordConnections recordConnections,
            NoteChanges noteChanges,
            ChangeContacts changeContacts,
            Clock clock) {
        var records = new DeclaredRecords(discoms.accountNumbers(), categories.categories());
        return new DeclaredListener(
                batches,
                new TakeDeclared(inbox, records, declarations, recordConnections, noteChanges, changeContacts, clock));
    }
}
