package in.sampark.platform.test;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.awaitility.Awaitility;

/** Removes every topic and consumer group that an earlier application context has left. */
final class EmptyBroker {

    private final String bootstrapServers;

    EmptyBroker(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Returns when the broker is empty. */
    void make() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Awaitility.await("empty broker").ignoreExceptions().until(() -> removed(admin));
        }
    }

    private static boolean removed(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> groups = admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .collect(Collectors.toSet());
        Set<String> topics = admin.listTopics().names().get();
        admin.deleteConsumerGroups(groups).all().get();
        admin.deleteTopics(topics).all().get();
        return groups.isEmpty() && topics.isEmpty();
    }
}
