package in.sampark.launcher.story;

import in.sampark.launcher.Progress;
import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.StoryResult;
import in.sampark.launcher.story.Api.Who;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The story of data/meters/STORY.md, played through the system's public interfaces. */
public final class MeterStory {

    static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    /** A gateway tells what became of a message when it likes, so a settled system may still wait for receipts. */
    private static final Patience RECEIPTS = new Patience(Duration.ofSeconds(30), Duration.ofMillis(200));

    private static final Who INTEGRATION = new Who("billing-master", "integration", "DVVNL");
    private static final Who OFFICER = new Who("field-officer", "officer", "DVVNL/AGRA/MATHURA");
    private static final Who OPERATOR = new Who("launcher", "ops", "DVVNL");

    /** Plays to the end and tells whether all came out as it should. */
    public StoryResult play(RunningSystem system, Progress progress) {
        return play(system, progress, Interlude.NONE);
    }

    /** The same, with something happening in between. */
    public StoryResult play(RunningSystem system, Progress progress, Interlude interlude) {
        Api api = new Api(system.issuer());
        List<Meter> meters = Meter.of(api.get(system.simulator().resolve("/feed/meters")));
        WorkList workList = new WorkList(api, system, OFFICER);
        try (Settling settling = new Settling(
                system.infrastructure().bootstrapServers(),
                api,
                OPERATOR,
                system.instances().values())) {
            Registration registration = new Registration(api, system);
            register(meters, registration, settling, progress);
            List<Events> events = List.of(
                    new Consumption(api, system, interlude),
                    new PlannedOutage(api, system),
                    new DoorVisit(workList, registration, meters, OFFICER, progress));
            new Days(api, system, OPERATOR, settling).play(first(meters), last(meters), events, progress);
        }
        Figures figures = figures(meters, api, system, workList.entries().size());
        Verdict verdict = Verdict.on(figures, knownAnswer(system));
        return new StoryResult(verdict.right(), Screen.of(figures, verdict), json(figures));
    }

    /** The story's time. */
    public static Instant time(RunningSystem system) {
        return Instant.parse(new Api(system.issuer())
                .get(system.simulator().resolve("/clock"))
                .required("now")
                .asString());
    }

    private static void register(List<Meter> meters, Registration registration, Settling settling, Progress progress) {
        registration.importConnections(meters, INTEGRATION);
        progress.say(meters.size() + " connections imported");
        settling.await();
        List<Meter> found = meters.stream().filter(Meter::isVerified).toList();
        for (Meter meter : found) {
            registration.verify(meter, OFFICER);
            if (meter == found.getFirst()) {
                progress.say("a first message has reached a phone, and its number is proven");
            }
        }
        progress.say(found.size() + " numbers verified by one-time code");
        settling.await();
    }

    private static Figures figures(List<Meter> meters, Api api, RunningSystem system, int onWorkList) {
        try (TopicReader topics = new TopicReader(
                system.infrastructure().bootstrapServers(),
                system.infrastructure().registryUrl())) {
            Records records = RECEIPTS.lookUntil(
                    () -> Records.read(topics), read -> read.told().open() == 0);
            Map<String, MeterResult> results = new LinkedHashMap<>();
            meters.forEach(meter -> results.put(meter.id(), result(meter, records, api, system)));
            return Figures.of(
                    results,
                    records,
                    onWorkList,
                    records.latency(arrivals(api, system.simulator())),
                    Workload.of(system.instances(), api, OPERATOR));
        }
    }

    private static MeterResult result(Meter meter, Records records, Api api, RunningSystem system) {
        String connection = meter.connectionId();
        JsonNode balance = api.get(
                system.service("meter-service").resolve("/api/v1/connections/" + connection + "/balance"), OPERATOR);
        return new MeterResult(
                balance.required("wh").asLong(),
                balance.required("energyPaise").asLong(),
                balance.required("fixedPaise").asLong(),
                balance.required("dutyPaise").asLong(),
                balance.required("rechargePaise").asLong(),
                balance.required("postedPaise").asLong(),
                records.crossings(connection),
                records.told().delivered(ToldRecords.LOW_BALANCE, connection),
                records.told().unreachable(ToldRecords.LOW_BALANCE, connection),
                new MeterResult.Reached(
                        records.told().delivered(ToldRecords.RECHARGE_CREDITED, connection),
                        records.told().unreachable(ToldRecords.RECHARGE_CREDITED, connection)),
                records.told().outages(connection),
                records.fed().of(connection));
    }

    private static Map<String, Instant> arrivals(Api api, URI simulator) {
        return StreamSupport.stream(
                        api.get(simulator.resolve("/inbox/messages")).spliterator(), false)
                .collect(Collectors.toMap(
                        message -> message.required("reference").asString(),
                        message -> Instant.parse(message.required("receivedAt").asString()),
                        (one, other) -> one.isBefore(other) ? one : other));
    }

    private static Optional<KnownAnswer> knownAnswer(RunningSystem system) {
        return system.shippedMeters() ? KnownAnswer.forShippedFile(system.days()) : Optional.empty();
    }

    private static LocalDate first(List<Meter> meters) {
        return meters.stream()
                .map(Meter::firstDay)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static LocalDate last(List<Meter> meters) {
        return meters.stream()
                .map(Meter::lastDay)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String json(Figures figures) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(figures);
    }
}
