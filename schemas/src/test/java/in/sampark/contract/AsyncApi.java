package in.sampark.contract;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Describes the catalogue and its contracts as AsyncAPI 3, for those who connect to the topics without code of ours. */
final class AsyncApi {

    private static final String ABOUT = """
            Topics of Sampark. Values are Avro in the Confluent wire format: a zero byte, the schema's id in four bytes (big-endian), \
            the record in Avro's binary encoding. A registry with the Confluent API knows the schema by its id and by the \
            subject <topic>-value; its compatibility is FULL_TRANSITIVE. Keys are UTF-8 text.

            What a service cannot handle it puts, as it came, on <topic>.<service>.dlt, with the reason in the headers. The names of a \
            reader's consumer groups begin with its own and a dot.
            """;
    private static final String BINDING = "0.5.0";
    private static final String AVRO = "application/vnd.apache.avro+json;version=1.9.0";

    private AsyncApi() {}

    /** The document as YAML. */
    static String yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(140);
        options.setSplitLines(true);
        return "# Generated from the catalogue and the contracts by: " + Baseline.FREEZE + "\n"
                + new Yaml(options).dump(document());
    }

    private static Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put("info", ordered("title", "Sampark", "version", "1", "description", ABOUT));
        document.put("channels", named(Topics.ALL.stream(), Topic::name, AsyncApi::channel));
        document.put("operations", operations());
        document.put(
                "components",
                ordered("messages", named(Topics.ALL.stream(), AsyncApi::message, AsyncApi::describedMessage)));
        return document;
    }

    private static Map<String, Object> channel(Topic<?> topic) {
        return ordered(
                "address",
                topic.name(),
                "summary",
                Baseline.written(topic).getDoc(),
                "description",
                "Key: %s. %s".formatted(topic.keyedBy().meaning(), kept(topic.keeping())),
                "messages",
                Map.of(message(topic), reference("components/messages/" + message(topic))),
                "bindings",
                kafka(
                        "partitions",
                        topic.keyedBy().wide() ? Topic.WIDE : Topic.NARROW,
                        "topicConfiguration",
                        configuration(topic.keeping().settings())));
    }

    private static String kept(Topic.Keeping keeping) {
        return switch (keeping) {
            case Topic.Keeping.LastOfKey() ->
                "The last record of each key is kept for good; one without a value removes the key.";
            case Topic.Keeping.For(Duration retention, Duration segment) ->
                "Kept for %s, at most %s longer.".formatted(shown(retention), shown(segment));
        };
    }

    private static String shown(Duration time) {
        return time.toDays() > 0
                ? counted(time.toDays(), "day")
                : time.toHours() > 0 ? counted(time.toHours(), "hour") : counted(time.toMinutes(), "minute");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    /** As the binding wants them: policies in a list, times as numbers. */
    private static Map<String, Object> configuration(Map<String, String> settings) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(setting -> configuration.put(
                        setting.getKey(),
                        setting.getKey().equals("cleanup.policy")
                                ? List.of(setting.getValue())
                                : Long.valueOf(setting.getValue())));
        return configuration;
    }

    private static Map<String, Object> operations() {
        Map<String, Object> operations = new LinkedHashMap<>();
        for (Party party : Party.values()) {
            taking(party, Topic::writers)
                    .forEach(topic -> operations.put(party.id() + "-sends-" + topic, operation("send", party, topic)));
            taking(party, Topic::readers)
                    .forEach(topic ->
                            operations.put(party.id() + "-receives-" + topic, operation("receive", party, topic)));
        }
        return operations;
    }

    private static Stream<Topic<?>> taking(Party party, Function<Topic<?>, Set<Party>> parties) {
        return Topics.ALL.stream().filter(topic -> parties.apply(topic).contains(party));
    }

    private static Map<String, Object> operation(String action, Party party, Topic<?> topic) {
        String channel = "channels/" + topic;
        Map<String, Object> operation = ordered(
                "action",
                action,
                "channel",
                reference(channel),
                "tags",
                List.of(Map.of("name", party.id())),
                "messages",
                List.of(reference(channel + "/messages/" + message(topic))));
        if (action.equals("receive")) {
            String groups = "^" + party.groupPrefix().replace(".", "\\.");
            operation.put("bindings", kafka("groupId", ordered("type", "string", "pattern", groups)));
        }
        return operation;
    }

    private static Map<String, Object> describedMessage(Topic<?> topic) {
        Schema contract = Baseline.written(topic);
        return ordered(
                "title",
                contract.getName(),
                "summary",
                contract.getDoc(),
                "contentType",
                "application/vnd.apache.avro",
                "payload",
                ordered("schemaFormat", AVRO, "schema", new Yaml().load(contract.toString())),
                "bindings",
                kafka(
                        "key",
                        ordered("type", "string", "description", topic.keyedBy().meaning()),
                        "schemaIdLocation",
                        "payload",
                        "schemaIdPayloadEncoding",
                        "confluent",
                        "schemaLookupStrategy",
                        "TopicNameStrategy"));
    }

    private static String message(Topic<?> topic) {
        return topic.type().getSimpleName();
    }

    private static Map<String, Object> reference(String path) {
        return Map.of("$ref", "#/" + path);
    }

    private static Map<String, Object> kafka(Object... namesAndValues) {
        Map<String, Object> binding = ordered(namesAndValues);
        binding.put("bindingVersion", BINDING);
        return ordered("kafka", binding);
    }

    private static Map<String, Object> named(
            Stream<Topic<?>> topics, Function<Topic<?>, String> name, Function<Topic<?>, Object> value) {
        return topics.collect(toMap(name, value, (one, same) -> one, LinkedHashMap::new));
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
