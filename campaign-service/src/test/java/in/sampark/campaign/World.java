package in.sampark.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.BillingMode;
import in.sampark.contract.consumer.Connection;
import in.sampark.contract.consumer.Contact;
import in.sampark.contract.consumer.ContactStanding;
import in.sampark.contract.consumer.DoubtReason;
import in.sampark.contract.meter.Balance;
import in.sampark.contract.notification.Unreachable;
import in.sampark.contract.notification.UnreachableReason;
import in.sampark.platform.test.TestTokens;
import in.sampark.platform.test.TestTopics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What other services say, and what people see of it. */
final class World {

    static final Instant RECORDED = Instant.parse("2026-08-01T06:30:00Z");
    static final String DIVISION = "DVVNL/AGRA/MATHURA/MATHURA-URBAN-1";
    static final String SEALED = "sealed with a key that nobody here has";

    private static final AtomicInteger AREAS = new AtomicInteger();
    private static final AtomicLong ACCOUNTS = new AtomicLong(7_010_000_000L);

    private final TestTopics topics;
    private final Reading reading;
    private final ObjectProvider<WebTestClient> web;

    World(TestTopics topics, Reading reading, ObjectProvider<WebTestClient> web) {
        this.topics = topics;
        this.reading = reading;
        this.web = web;
    }

    /** A sub-division that no other test knows. */
    static String newArea() {
        return DIVISION + "/SD" + AREAS.incrementAndGet();
    }

    /** A consumer that no other test knows. */
    static String newConsumer() {
        return "DVVNL:" + ACCOUNTS.incrementAndGet();
    }

    // --- what is said

    void connection(String id, String area) {
        connection(id, area, 1);
    }

    void connection(String id, String area, long version) {
        topics.send(Topics.CONNECTIONS, ofConnection(id, area, version).build());
    }

    /** A connection whose supply has ended. */
    void ended(String id, String area, LocalDate supplyTo) {
        topics.send(
                Topics.CONNECTIONS,
                ofConnection(id, area, 1).setSupplyTo(supplyTo).build());
    }

    void connection(String id, String area, String substation, String feeder) {
        topics.send(
                Topics.CONNECTIONS,
                ofConnection(id, area, 1)
                        .setSubstation(substation)
                        .setFeederCode(feeder)
                        .build());
    }

    private static Connection.Builder ofConnection(String id, String area, long version) {
        return Connection.newBuilder()
                .setEventId("connection " + id + " " + version)
                .setOccurredAt(RECORDED)
                .setDiscom("DVVNL")
                .setConnectionId(id)
                .setVersion(version)
                .setAccountNo(id.substring("DVVNL:".length()))
                .setAreaPath(area)
                .setSubstation("SS1")
                .setFeederCode("F1")
                .setDtCode("DT1")
                .setCategory("LMV-1-URBAN")
                .setSanctionedLoadW(2_000)
                .setBillingMode(BillingMode.PREPAID)
                .setSupplyFrom(LocalDate.of(2026, 4, 1));
    }

    void contact(String id, ContactStanding standing, long version) {
        contact(id, standing, version, null);
    }

    void contact(String id, ContactStanding standing, long version, @Nullable Instant verifiedAt) {
        topics.send(
                Topics.CONTACTS,
                Contact.newBuilder()
                        .setEventId("contact " + id + " " + version)
                        .setOccurredAt(RECORDED.plusSeconds(version))
                        .setDiscom("DVVNL")
                        .setConnectionId(id)
                        .setVersion(version)
                        .setStanding(standing)
                        .setSealedNumber(ByteBuffer.wrap(SEALED.getBytes(StandardCharsets.UTF_8)))
                        .setLanguage("hi")
                        .setVerifiedAt(verifiedAt)
                        .setDoubtReason(standing == ContactStanding.DOUBTED ? DoubtReason.NOT_MINE : null)
                        .build());
    }

    void balance(String id, long availablePaise, long version) {
        topics.send(
                Topics.BALANCES,
                Balance.newBuilder()
                        .setEventId("balance " + id + " " + version)
                        .setOccurredAt(RECORDED)
                        .setDiscom("DVVNL")
                        .setConnectionId(id)
                        .setVersion(version)
                        .setPostedPaise(availablePaise)
                        .setAvailablePaise(availablePaise)
                        .build());
    }

    void unreachable(String id, String kind, UnreachableReason reason, Instant dueAt) {
        topics.send(
                Topics.UNREACHABLE,
                Unreachable.newBuilder()
                        .setEventId(kind + " of " + id + " at " + dueAt)
                        .setOccurredAt(dueAt)
                        .setDiscom("DVVNL")
                        .setConnectionId(id)
                        .setKind(kind)
                        .setReason(reason)
                        .setRelevantUntil(dueAt.plusSeconds(3600))
                        .build());
    }

    // --- what is seen

    /** The worklist of an area, once everything said is taken note of. */
    List<JsonNode> worklist(String area) {
        JsonNode page = page(get("officer", area, "/api/v1/worklist?limit=500"));
        assertThat(page.has("cursor")).isFalse();
        return entries(page);
    }

    /** Who stands on the worklist of an area, in order. */
    List<String> listed(String area) {
        return ids(worklist(area));
    }

    /** The only entry of an area. */
    JsonNode entry(String area) {
        List<JsonNode> entries = worklist(area);
        assertThat(entries).hasSize(1);
        return entries.getFirst();
    }

    /** Asks once everything said is taken note of. @param variables for {@code {…}} in the address */
    WebTestClient.ResponseSpec get(String role, String area, String address, Object... variables) {
        reading.awaitEnd();
        return web.getObject()
                .get()
                .uri(address, variables)
                .header("Authorization", TestTokens.bearer(role, "DVVNL", area))
                .exchange();
    }

    static JsonNode page(WebTestClient.ResponseSpec answer) {
        JsonNode page = answer.expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).isNotNull();
        return page;
    }

    static List<JsonNode> entries(JsonNode page) {
        return StreamSupport.stream(page.required("entries").spliterator(), false)
                .toList();
    }

    static List<String> ids(List<JsonNode> entries) {
        return entries.stream()
                .map(entry -> entry.required("connectionId").asString())
                .toList();
    }
}
