package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Party;
import in.sampark.contract.Topic;
import in.sampark.contract.Topics;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The catalogue says who reads what; the running system does it. */
class CatalogueTest {

    private final World world = new World(PlayedStory.ofTheFirst92Days().system());

    @Test
    void everyServiceReadsTheTopicsThatTheCatalogueGivesItAndNoOthers() throws Exception {
        var declared = new TreeSet<String>();
        var read = new TreeSet<String>();
        for (Party service : Party.SERVICES) {
            Topics.ALL.stream()
                    .filter(topic -> topic.readers().contains(service))
                    .map(Topic::name)
                    .forEach(topic -> declared.add(service.id() + " reads " + topic));
            topicsReadBy(service).forEach(topic -> read.add(service.id() + " reads " + topic));
        }
        assertThat(read).isEqualTo(declared);
    }

    private Set<String> topicsReadBy(Party service) throws Exception {
        try (Admin admin = Admin.create(world.client())) {
            Set<String> groups = admin.listGroups().all().get().stream()
                    .map(group -> group.groupId())
                    .filter(group -> group.startsWith(service.groupPrefix()))
                    .collect(Collectors.toSet());
            return admin.describeConsumerGroups(groups).all().get().values().stream()
                    .map(ConsumerGroupDescription::members)
                    .flatMap(members -> members.stream())
                    .flatMap(member -> member.assignment().topicPartitions().stream())
                    .map(TopicPartition::topic)
                    .collect(Collectors.toSet());
        }
    }
}
