package in.sampark.e2e;

import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A message as the gateway took it. @param receivedAt by the wall's clock */
record HandedOver(UUID reference, String to, Instant receivedAt, Instant storyTime) {

    static HandedOver of(JsonNode message) {
        return new HandedOver(
                UUID.fromString(message.required("reference").asString()),
                message.required("to").asString(),
                Instant.parse(message.required("receivedAt").asString()),
                Instant.parse(message.required("storyTime").asString()));
    }
}
