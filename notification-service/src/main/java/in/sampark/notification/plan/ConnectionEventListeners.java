package in.sampark.notification.plan;

import in.sampark.contract.Party;
import in.sampark.contract.Topic;
import in.sampark.contract.Topic.KeyedBy;
import in.sampark.contract.Topics;
import in.sampark.notification.plan.domain.Rules;
import in.sampark.notification.plan.messaging.ConnectionEventListener;
import in.sampark.notification.template.domain.Templates;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Inbox;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Makes a listener for each topic whose events lead to a notice by the rules, so that a rule alone is enough to tell of them. */
class ConnectionEventListeners implements BeanRegistrar {

    @Override
    public void register(BeanRegistry registry, Environment environment) {
        NoticeSettings settings = Binder.get(environment).bindOrCreate("sampark", NoticeSettings.class);
        settings.rules().connectionTopics().forEach(name -> {
            Topic<?> topic = topic(name);
            registry.registerBean(
                    name + " listener",
                    ConnectionEventListener.class,
                    bean -> bean.supplier(context -> new ConnectionEventListener(
                            topic,
                            AskedValues.ofTopic(name, context.bean(Rules.class), context.bean(Templates.class)),
                            context.bean(Batches.class),
                            context.bean(Inbox.class),
                            context.bean(NoteEvents.class),
                            context.bean(PlanNotices.class))));
        });
    }

    /** Events are recognised by their ids, for which nobody vouches but Sampark's own services. */
    private static Topic<?> topic(String name) {
        return Topics.ALL.stream()
                .filter(topic -> topic.name().equals(name)
                        && topic.keyedBy() == KeyedBy.CONNECTION
                        && Party.SERVICES.containsAll(topic.writers())
                        && topic.readers().contains(Party.NOTIFICATION_SERVICE))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "sampark.notices: event " + name
                                        + " (expected: a topic of Topics keyed by connection that services of Sampark write and this one reads)"));
    }
}
