package in.sampark.notification.provider.http;

import java.util.Map;

class PlainShapeTest extends SimulatedShapeContract {

    PlainShapeTest() {
        super("simulator", "/sms/messages");
    }

    @Override
    Map<String, String> variables(String url, String key) {
        return Map.of("SAMPARK_SMS_URL", url, "SAMPARK_SMS_API_KEY", key);
    }
}
