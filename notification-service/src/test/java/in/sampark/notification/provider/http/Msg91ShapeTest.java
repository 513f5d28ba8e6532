package in.sampark.notification.provider.http;

import java.util.Map;

class Msg91ShapeTest extends SimulatedShapeContract {

    Msg91ShapeTest() {
        super("msg91", "/sms/msg91/api/v5/flow");
    }

    @Override
    Map<String, String> variables(String url, String key) {
        return Map.of(
                "SAMPARK_MSG91_URL",
                url,
                "SAMPARK_MSG91_AUTHKEY",
                key,
                "sampark.providers.msg91.http.templates.1107000000000020001",
                "664f01",
                "sampark.providers.msg91.http.templates.1107000000000020002",
                "664f02");
    }
}
