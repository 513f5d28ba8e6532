package in.sampark.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.notification.InboundKind;
import in.sampark.contract.notification.InboundMessage;
import in.sampark.contract.notification.Unreachable;
import in.sampark.contract.notification.UnreachableReason;
import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.story.Api.Who;
import in.sampark.platform.serde.AvroSerde;
import in.sampark.platform.serde.SerdeSettings;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** How a company comes to know whom it may tell: what becomes of a number from its file to its erasure, while an outage lasts. */
@Execution(ExecutionMode.CONCURRENT)
class KnownConsumerTest {

    private static final String ACCOUNT = "7018000001";
    private static final String CONNECTION = "DVVNL:" + ACCOUNT;
    private static final String METER = "MH778801";
    private static final String FEEDER = "KNOWN-F1";
    private static final String ON_FILE = "9811100001";
    private static final String OWN = "9811100002";

    private static final String FILE = """
            account_no,name,mobile,language,discom,zone,circle,division,sub_division,substation,feeder_code,dt_code,category,\
            sanctioned_load_kw,billing_mode,meter_no,supply_from,supply_to
            %s,Asha Devi,%s,en,DVVNL,AGRA,MATHURA,D1,S1,SS1,%s,DT1,LMV-1-URBAN,2,postpaid,%s,2019-04-01,
            """.formatted(ACCOUNT, ON_FILE, FEEDER, METER);

    private static final String PLACE = "Chowk feeder";
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private static final Who BILLING = new Who("billing-master", "integration", "DVVNL");
    private static final Who CONTROL_ROOM = new Who("control-room", "control-room", "DVVNL/AGRA/MATHURA");
    private static final Who OFFICER = new Who("field-officer", "officer", "DVVNL/AGRA/MATHURA");
    private static final Who SUPERVISOR = new Who("supervisor", "supervisor", "DVVNL/AGRA/MATHURA");

    @Test
    void aNumberIsProvenReplacedDoubtedAndErased() {
        try (StartedSystem started = StartedSystem.start("known-consumer", EightMeters.file(), "1", Map.of(), "")) {
            new Consumer(started.system()).lives();
        }
    }

    private static final class Consumer {

        private final RunningSystem system;
        private final World world;
        private final Phones phones;
        private final AvroSerde serde;
        private final URI consumers;
        private final URI outages;

        Consumer(RunningSystem system) {
            this.system = system;
            this.world = new World(system);
            this.phones = new Phones(system);
            this.serde = AvroSerde.of(
                    SerdeSettings.ofRegistry(URI.create(system.infrastructure().registryUrl())));
            this.consumers = system.service("consumer-service").resolve("/api/v1/");
            this.outages = system.service("meter-service").resolve("/api/v1/outages");
        }

        void lives() {
            imported();
            goesDark();
            assertThat(phone(ON_FILE)).as("a number nobody has proven").isEmpty();
            assertThat(reasons()).containsOnly(UnreachableReason.NUMBER_NOT_VERIFIED);
            assertThat(worklist()).contains(CONNECTION);

            provesTheNumberToTheOfficer();
            assertThat(phone(ON_FILE)).as("told of the outage that lasts").anyMatch(text -> text.contains(PLACE));
            assertThat(worklist()).doesNotContain(CONNECTION);

            provesAnotherNumberAlone();
            awaitOn(ON_FILE, "will change to one ending 0002");
            assertThat(standing()).isEqualTo("VERIFIED");
            afterADayToRefuse();
            int before = phone(ON_FILE).size();
            isRestored();
            assertThat(phone(OWN)).as("the new number is told").anyMatch(text -> text.contains(PLACE));
            assertThat(phone(ON_FILE)).as("the old one no longer").hasSize(before);

            saysItIsNotTheirs();
            assertThat(standing()).isEqualTo("DOUBTED");
            assertThat(worklist()).contains(CONNECTION);

            isErased();
            assertThat(lastContact()).as("the contact's last record").isNull();
            assertThat(standing()).isEqualTo("NONE");
        }

        private void imported() {
            URI job = consumers.resolve("imports/"
                    + world.api()
                            .post(consumers.resolve("imports"), BILLING, "text/csv", BodyPublishers.ofString(FILE))
                            .required("importId")
                            .asString());
            JsonNode ended = await().atMost(Duration.ofSeconds(30))
                    .until(() -> world.api().get(job, BILLING), seen -> seen.has("endedAt"));
            assertThat(ended.required("taken").asInt()).as(ended.toString()).isOne();
            world.awaitSettled();
        }

        private void goesDark() {
            Instant now = phones.storyTime();
            world.api()
                    .post(
                            outages,
                            CONTROL_ROOM,
                            Map.of(
                                    "outageId", "KNOWN-1",
                                    "level", "FEEDER",
                                    "assets", List.of(FEEDER),
                                    "fromAt", now.plus(Duration.ofMinutes(10)).toString(),
                                    "expectedRestorationAt",
                                            now.plus(Duration.ofDays(3)).toString(),
                                    "words",
                                            Map.of("en", Map.of("place", PLACE, "reason", "repair of a transformer"))));
            revised(1, "STARTED");
        }

        private void isRestored() {
            revised(2, "RESTORED");
        }

        private void revised(long revision, String stage) {
            world.api()
                    .post(
                            outages.resolve("/api/v1/outages/DVVNL:KNOWN-1/revisions"),
                            CONTROL_ROOM,
                            Map.of("revision", revision, "stage", stage));
            world.awaitSettled();
        }

        private void provesTheNumberToTheOfficer() {
            String challenge = world.api()
                    .post(consumers.resolve(path("otp-challenges")), OFFICER, Map.of("mobile", ON_FILE))
                    .required("challengeId")
                    .asString();
            world.api()
                    .post(
                            consumers.resolve("otp-challenges/" + challenge + "/verification"),
                            OFFICER,
                            Map.of("code", codeOn(ON_FILE)));
            world.awaitSettled();
        }

        private void provesAnotherNumberAlone() {
            URI challenges = consumers.resolve("self-service/otp-challenges");
            Map<String, String> said =
                    Map.of("discom", "DVVNL", "accountNo", ACCOUNT, "mobile", OWN, "meterNo", METER, "language", "en");
            String challenge =
                    world.api().post(challenges, said).required("challengeId").asString();
            world.api().post(URI.create(challenges + "/" + challenge + "/verification"), Map.of("code", codeOn(OWN)));
            world.awaitSettled();
        }

        private void afterADayToRefuse() {
            world.jumpTo(phones.storyTime().plus(Duration.ofHours(25)));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(maskedNumber()).endsWith(OWN.substring(6)));
            world.awaitSettled();
        }

        private void saysItIsNotTheirs() {
            var answer = InboundMessage.newBuilder()
                    .setEventId(UUID.randomUUID().toString())
                    .setOccurredAt(phones.storyTime())
                    .setDiscom("DVVNL")
                    .setConnectionId(CONNECTION)
                    .setMaskedNumber(maskedNumber())
                    .setChannel("SMS")
                    .setSaid(InboundKind.NOT_MINE)
                    .build();
            try (var producer =
                    new KafkaProducer<>(world.client(), new ByteArraySerializer(), new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(
                        Topics.Name.INBOUND,
                        CONNECTION.getBytes(StandardCharsets.UTF_8),
                        serde.write(Topics.INBOUND, answer)));
            }
            world.awaitSettled();
        }

        private void isErased() {
            world.api()
                    .post(
                            consumers.resolve(path("erasure")),
                            SUPERVISOR,
                            Map.of("reason", "requested"),
                            contact().required("version").asString());
            world.awaitSettled();
        }

        private List<String> phone(String mobile) {
            return StreamSupport.stream(
                            world.get(system.simulator().resolve("/inbox/messages?to=%2B91" + mobile))
                                    .spliterator(),
                            false)
                    .map(message -> message.required("text").asString())
                    .toList();
        }

        /** What a consumer said alone is looked into when they have their answer, so that nothing can be told from how long it takes. */
        private void awaitOn(String mobile, String words) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(phone(mobile)).anyMatch(text -> text.contains(words)));
        }

        /** The code of the newest message that has one. */
        private String codeOn(String mobile) {
            return await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> phone(mobile).stream()
                                    .map(CODE::matcher)
                                    .filter(Matcher::find)
                                    .map(Matcher::group)
                                    .findFirst(),
                            code -> code.isPresent())
                    .orElseThrow();
        }

        private JsonNode contact() {
            return world.api().get(consumers.resolve(path("contact")), OFFICER);
        }

        private String standing() {
            return contact().required("standing").asString();
        }

        private String maskedNumber() {
            return contact()
                    .required("numbers")
                    .required(0)
                    .required("maskedNumber")
                    .asString();
        }

        private List<String> worklist() {
            URI address = system.service("campaign-service").resolve("/api/v1/worklist?feeder=" + FEEDER);
            return world.api()
                    .get(address, OFFICER)
                    .required("entries")
                    .valueStream()
                    .map(entry -> entry.required("connectionId").asString())
                    .toList();
        }

        private List<UnreachableReason> reasons() {
            return ofConnection(Topics.Name.UNREACHABLE).stream()
                    .map(record -> serde.read(Topics.UNREACHABLE, record.value()))
                    .map(Unreachable::getReason)
                    .toList();
        }

        private byte[] lastContact() {
            return ofConnection(Topics.Name.CONTACTS).getLast().value();
        }

        private List<ConsumerRecord<byte[], byte[]>> ofConnection(String topic) {
            return world.records(topic).stream()
                    .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(CONNECTION))
                    .toList();
        }

        private static String path(String below) {
            return "connections/" + CONNECTION.replace(":", "%3A") + "/" + below;
        }
    }
}
