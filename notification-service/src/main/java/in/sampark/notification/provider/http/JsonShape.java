package in.sampark.notification.provider.http;

import in.sampark.notification.provider.domain.OutgoingSms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A JSON document with places in its texts. */
final class JsonShape {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Function<OutgoingSms, JsonNode> filling;

    /** @throws IllegalArgumentException when it is no JSON object, or has a place for nothing */
    JsonShape(String document, Places places) {
        JsonNode shape;
        try {
            shape = JSON.readTree(document);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("json: " + e.getOriginalMessage() + " (expected: a JSON object)", e);
        }
        HttpGatewaySettings.require(shape.isObject(), "json: " + document + " (expected: a JSON object)");
        this.filling = filling(shape, places);
    }

    /** In UTF-8. */
    byte[] fill(OutgoingSms sms) {
        return JSON.writeValueAsBytes(filling.apply(sms));
    }

    private static Function<OutgoingSms, JsonNode> filling(JsonNode node, Places places) {
        return switch (node) {
            case ObjectNode object -> object(object, places);
            case ArrayNode array -> array(array, places);
            case StringNode text -> {
                Function<OutgoingSms, String> filling = places.filling("json", text.stringValue());
                yield sms -> StringNode.valueOf(filling.apply(sms));
            }
            default -> sms -> node;
        };
    }

    private static Function<OutgoingSms, JsonNode> object(ObjectNode shape, Places places) {
        var members = new ArrayList<BiConsumer<ObjectNode, OutgoingSms>>();
        shape.properties().forEach(member -> {
            String name = member.getKey();
            if (name.equals(Places.VARIABLES)) {
                members.add((filled, sms) -> sms.variables().forEach(filled::put));
            } else {
                Function<OutgoingSms, JsonNode> value = filling(member.getValue(), places);
                members.add((filled, sms) -> filled.set(name, value.apply(sms)));
            }
        });
        return sms -> {
            ObjectNode filled = JSON.createObjectNode();
            members.forEach(member -> member.accept(filled, sms));
            return filled;
        };
    }

    private static Function<OutgoingSms, JsonNode> array(ArrayNode shape, Places places) {
        List<Function<OutgoingSms, JsonNode>> elements =
                shape.valueStream().map(element -> filling(element, places)).toList();
        return sms -> {
            ArrayNode filled = JSON.createArrayNode();
            elements.forEach(element -> filled.add(element.apply(sms)));
            return filled;
        };
    }
}
