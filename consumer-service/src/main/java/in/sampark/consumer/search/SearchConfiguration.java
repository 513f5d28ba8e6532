package in.sampark.consumer.search;

import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.FindConnection;
import in.sampark.consumer.contact.Contacts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    SearchConnections searchConnections(
            Connections connections,
            Contacts contacts,
            FindConnection findConnection,
            AuditTrail trail,
            TransactionalOperator transaction) {
        return new SearchConnections(connections, contacts, new NoteSearches(findConnection, trail), transaction);
    }
}
