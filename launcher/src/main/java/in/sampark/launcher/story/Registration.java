package in.sampark.launcher.story;

import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.story.Api.Who;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** How the consumers become known: imported by the company, and their numbers proven by a field officer at their door. */
final class Registration {

    private static final String HEADER = "account_no,name,mobile,language,discom,zone,circle,division,sub_division,"
            + "substation,feeder_code,dt_code,category,sanctioned_load_kw,billing_mode,meter_no,supply_from,supply_to";
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30), Duration.ofMillis(20));

    private final Api api;
    private final URI consumerService;
    private final URI simulator;

    Registration(Api api, RunningSystem system) {
        this.api = api;
        this.consumerService = system.service("consumer-service");
        this.simulator = system.simulator();
    }

    /** Imports a connection for every meter. @throws IllegalStateException when a row is rejected */
    void importConnections(List<Meter> meters, Who integration) {
        String csv = Stream.concat(Stream.of(HEADER), meters.stream().map(Meter::row))
                .collect(Collectors.joining("\n", "", "\n"));
        JsonNode job = api.post(
                consumerService.resolve("/api/v1/imports"), integration, "text/csv", BodyPublishers.ofString(csv));
        URI address = consumerService.resolve(
                "/api/v1/imports/" + job.required("importId").asString());
        JsonNode ended = PATIENCE.await(
                () -> "the import has not ended",
                () -> Optional.of(api.get(address, integration)).filter(seen -> seen.has("endedAt")));
        if (!ended.required("state").asString().equals("DONE")
                || ended.required("rejected").asInt() > 0) {
            throw new IllegalStateException("import: " + ended + " (expected: every row taken)\n"
                    + api.text(URI.create(address + "/errors"), integration));
        }
    }

    /** The officer enters the consumer's number, the consumer reads the code from the phone, the officer confirms it. */
    void verify(Meter meter, Who officer) {
        String sentBefore =
                latest(meter).map(message -> message.required("id").asString()).orElse("");
        String challenge = api.post(
                        consumerService.resolve(
                                "/api/v1/connections/" + encoded(meter.connectionId()) + "/otp-challenges"),
                        officer,
                        Map.of("mobile", meter.mobile()))
                .required("challengeId")
                .asString();
        String text = awaitMessage(meter, sentBefore).required("text").asString();
        api.post(
                consumerService.resolve("/api/v1/otp-challenges/" + challenge + "/verification"),
                officer,
                Map.of("code", code(text)));
    }

    private JsonNode awaitMessage(Meter meter, String sentBefore) {
        return PATIENCE.await(
                () -> "no code reached the phone of " + meter.id(),
                () -> latest(meter)
                        .filter(found -> !found.required("id").asString().equals(sentBefore)));
    }

    /** The newest message on the consumer's phone. */
    private Optional<JsonNode> latest(Meter meter) {
        JsonNode messages = api.get(simulator.resolve("/inbox/messages?to=" + encoded("+91" + meter.mobile())));
        return StreamSupport.stream(messages.spliterator(), false).findFirst();
    }

    private static String code(String text) {
        Matcher code = CODE.matcher(text);
        if (!code.find()) {
            throw new IllegalStateException("a message without a code of six digits came first");
        }
        return code.group();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
