package in.sampark.notification.provider.http;

import in.sampark.notification.provider.domain.OutgoingSms;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A JSON document with places in its texts. */
final class JsonShape {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode shape;
    private final Places places;

    /** @throws IllegalArgumentException when it is no JSON object, or has a place for nothing */
    JsonShape(String document, Places places) {
        try {
            this.shape = JSON.readTree(document);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("json: " + e.getOriginalMessage() + " (expected: a JSON object)", e);
        }
        HttpGatewaySettings.require(shape.isObject(), "json: " + document + " (expected: a JSON object)");
        this.places = places;
        check(shape);
    }

    JsonNode fill(OutgoingSms sms) {
        return filled(shape, sms);
    }

    private JsonNode filled(JsonNode node, OutgoingSms sms) {
        if (node instanceof ObjectNode object) {
            ObjectNode filled = JSON.createObjectNode();
            object.properties().forEach(member -> {
                if (member.getKey().equals(Places.VARIABLES)) {
                    sms.variables().forEach(filled::put);
                } else {
                    filled.set(member.getKey(), filled(member.getValue(), sms));
                }
            });
            return filled;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode filled = JSON.createArrayNode();
            array.forEach(element -> filled.add(filled(element, sms)));
            return filled;
        }
        return node.isString() ? JSON.getNodeFactory().stringNode(places.fill(node.asString(), sms)) : node;
    }

    private void check(JsonNode node) {
        if (node.isString()) {
            places.check("json", node.asString());
        }
        node.forEach(this::check);
    }
}
