package in.sampark.meter.json;

import in.sampark.platform.web.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object read field by field. What is missing or wrong is noted and reading goes on, so that its sender learns of all faults at once; so is
 * a field nobody asked for, which is a misspelt one more often than not. Null stands for a field that is not there.
 */
public final class JsonFields {

    private final JsonNode object;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> known = new TreeSet<>();

    public JsonFields(JsonNode object) {
        this.object = object;
        if (!object.isObject()) faults.add(Fault.of("body", object, "a JSON object"));
    }

    /** The body as a tree, or the problem that it is none. */
    public static Mono<JsonNode> tree(Mono<JsonNode> body, String expected) {
        return body.onErrorMap(
                ServerWebInputException.class, unreadable -> Problem.invalid("body", "not JSON", expected));
    }

    /** The field's value; nothing when a fault was noted. */
    public <T> Optional<T> required(String name, Shape<T> shape) {
        return read(name, shape, true);
    }

    /** The field's value; nothing when it is not there or a fault was noted. */
    public <T> Optional<T> optional(String name, Shape<T> shape) {
        return read(name, shape, false);
    }

    /** All that is wrong, now that every field has been asked for. */
    public List<Fault> faults() {
        List<Fault> all = new ArrayList<>(faults);
        object.propertyStream()
                .filter(property -> !known.contains(property.getKey()))
                .map(property -> Fault.of(property.getKey(), property.getValue(), "only " + String.join(", ", known)))
                .forEach(all::add);
        return all;
    }

    private <T> Optional<T> read(String name, Shape<T> shape, boolean required) {
        known.add(name);
        JsonNode value = object.path(name);
        boolean absent = value.isMissingNode() || value.isNull();
        Optional<T> read = absent ? Optional.empty() : shape.read().apply(value);
        if (object.isObject() && read.isEmpty() && (required || !absent)) {
            faults.add(Fault.of(name, value, shape.expected()));
        }
        return read;
    }
}
