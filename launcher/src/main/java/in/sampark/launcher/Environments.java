package in.sampark.launcher;

import in.sampark.infrastructure.Database;
import in.sampark.infrastructure.Secrets;
import in.sampark.infrastructure.Settings;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The environment variables by which, and by nothing else, each program is configured. */
final class Environments {

    private final Plan plan;
    private final Secrets secrets;
    private final Keys keys;
    private final Map<String, String> more;
    private final int smsPort;

    /**
     * @param more variables that every program is given besides
     * @param smsPort the simulated SMS gateway's own port
     */
    Environments(Plan plan, Settings settings, Map<String, String> more, int smsPort) {
        this.plan = plan;
        this.secrets = new Secrets(settings.secrets());
        this.keys = new Keys(settings.state().resolve("keys"));
        this.more = Map.copyOf(more);
        this.smsPort = smsPort;
    }

    Map<String, String> simulator(RunningSystem system) {
        Map<String, String> environment = common(system, plan.simulator().number());
        environment.put(
                "SAMPARK_IDP_PORT", Integer.toString(plan.identityProvider().number()));
        environment.put("SIMULATOR_FEED_FILE", system.meters().toString());
        environment.put("SIMULATOR_FEED_DAYS", system.days());
        environment.put("SIMULATOR_FEED_DISCOM", "DVVNL");
        environment.put(
                "SIMULATOR_RECEIPT_URL",
                system.service("notification-service").resolve("/webhooks/sms/") + "{gateway}/receipts");
        environment.put("SIMULATOR_RECEIPT_SECRET", secrets.password("sms-receipts"));
        environment.put("SIMULATOR_API_KEY", secrets.password("sms-api-key"));
        environment.put("SIMULATOR_SMS_PORT", Integer.toString(smsPort));
        return environment;
    }

    Map<String, String> service(RunningSystem system, Plan.Service service, Program program) throws IOException {
        Map<String, String> environment = common(system, program.port());
        Database database = system.database(service.module());
        environment.put("SAMPARK_INSTANCE", program.name());
        environment.put("SAMPARK_DATABASE_HOST", database.host());
        environment.put("SAMPARK_DATABASE_PORT", Integer.toString(database.port()));
        environment.put("SAMPARK_DATABASE_NAME", database.name());
        environment.put("SAMPARK_DATABASE_USER", database.user());
        environment.put("SAMPARK_DATABASE_PASSWORD", database.password());
        environment.put(
                "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI",
                system.issuer().toString());
        environment.put(
                "SAMPARK_STORY_CLOCK_URL", system.simulator().resolve("/clock").toString());
        keys.of(service.module(), service.keysets())
                .forEach((keyset, file) -> environment.put(keyset.variable(), "file:" + file));
        environment.put("SAMPARK_SMS_URL", "http://127.0.0.1:%d/sms/messages".formatted(smsPort));
        environment.put("SAMPARK_SMS_API_KEY", secrets.password("sms-api-key"));
        environment.put("SAMPARK_SMS_WEBHOOK_SECRET", secrets.password("sms-receipts"));
        // The story's clock jumps from event to event, and waits for what falls due a moment after a jump.
        environment.put("SAMPARK_SUPPLY_IDLE", "500ms");
        return environment;
    }

    private Map<String, String> common(RunningSystem system, int port) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SPRING_PROFILES_ACTIVE", "local");
        environment.put(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", system.infrastructure().bootstrapServers());
        environment.put("SAMPARK_REGISTRY_URL", system.infrastructure().registryUrl());
        return environment;
    }
}
