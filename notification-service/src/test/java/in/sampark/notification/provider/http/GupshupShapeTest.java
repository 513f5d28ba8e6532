package in.sampark.notification.provider.http;

import java.util.Map;

class GupshupShapeTest extends SimulatedShapeContract {

    GupshupShapeTest() {
        super("gupshup", "/sms/gupshup/GatewayAPI/rest");
    }

    @Override
    Map<String, String> variables(String url, String key) {
        return Map.of("SAMPARK_GUPSHUP_URL", url, "SAMPARK_GUPSHUP_USERID", "2000", "SAMPARK_GUPSHUP_PASSWORD", key);
    }
}
