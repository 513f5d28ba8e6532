package in.sampark.meter;

import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.platform.settled.Unsettled;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;

/** Looks at what the service has done: waits until nothing is left to do and reads its tables. */
final class Observer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Map<String, String> TOPIC_BY_GROUP = Map.ofEntries(
            Map.entry("meter-service.connections", Topics.Name.CONNECTIONS),
            Map.entry("meter-service.contacts", Topics.Name.CONTACTS),
            Map.entry("meter-service.account-entries", Topics.Name.ACCOUNT_ENTRIES),
            Map.entry("meter-service.readings", Topics.Name.METER_READINGS),
            Map.entry("meter-service.recharges", Topics.Name.RECHARGES),
            Map.entry("meter-service.bills", Topics.Name.BILLS),
            Map.entry("meter-service.bill-payments", Topics.Name.BILL_PAYMENTS),
            Map.entry("meter-service.outages", Topics.Name.OUTAGES),
            Map.entry("meter-service.supply", Topics.Name.SUPPLY),
            Map.entry("meter-service.notices", Topics.Name.MESSAGE_STATUS),
            Map.entry("meter-service.visits", Topics.Name.VISITS));

    private final DatabaseClient database;
    private final List<Unsettled> unsettled;
    private final String bootstrapServers;

    Observer(
            DatabaseClient database,
            List<Unsettled> unsettled,
            @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
        this.database = database;
        this.unsettled = unsettled;
        this.bootstrapServers = bootstrapServers;
    }

    /** Waits until all that was sent is read, posted and published. */
    void awaitSettled() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            await().atMost(PATIENCE)
                    .until(() -> TOPIC_BY_GROUP.entrySet().stream()
                            .allMatch(entry -> hasRead(admin, entry.getKey(), entry.getValue())));
        }
        await().atMost(PATIENCE)
                .until(() -> unsettled.stream()
                        .allMatch(work -> Objects.equals(work.count().block(), 0L)));
    }

    /** The single value of a query, as text. */
    String text(String sql) {
        return String.valueOf(
                database.sql(sql).map(row -> String.valueOf(row.get(0))).one().block());
    }

    private static boolean hasRead(Admin admin, String group, String topic) {
        try {
            Map<TopicPartition, Long> committed = new HashMap<>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (offset != null) committed.put(partition, offset.offset());
                    });
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .values()
                    .forEach(description -> description
                            .partitions()
                            .forEach(partition ->
                                    latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .allMatch(end -> end.getValue().offset() == 0
                            || committed.getOrDefault(end.getKey(), 0L)
                                    >= end.getValue().offset());
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
