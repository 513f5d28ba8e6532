package in.sampark.probe;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import in.sampark.contract.Topics;
import in.sampark.contract.consumer.Contact;
import in.sampark.contract.meter.LowBalance;
import in.sampark.platform.TestRecords;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Inbox;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import in.sampark.platform.outbox.Announcement;
import in.sampark.platform.outbox.Outbox;
import in.sampark.platform.security.Caller;
import in.sampark.platform.security.PublicPaths;
import in.sampark.platform.web.EntityTag;
import in.sampark.platform.web.Problem;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.ResponseEntity;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The smallest service on the platform: it notes what it sees, and fails when told to. */
@SpringBootApplication
public class ProbeApplication {

    public static final long REJECTED = -1;
    public static final long POISONOUS_TO_THE_HANDLER = -2;

    private static final SecretKey KEY = new SecretKeySpec("0123456789abcdef0123456789abcdef".getBytes(), "HmacSHA256");

    @Bean
    Events events(Batches batches, Inbox inbox, Outbox outbox, DatabaseClient database) {
        return new Events(batches, inbox, outbox, database);
    }

    @Bean
    States states(Batches batches, DatabaseClient database) {
        return new States(batches, database);
    }

    @Bean
    ReactiveJwtDecoder decoder() {
        return NimbusReactiveJwtDecoder.withSecretKey(KEY).build();
    }

    @Bean
    JwtEncoder encoder() {
        return new NimbusJwtEncoder(new ImmutableSecret<>(KEY));
    }

    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths("/open");
    }

    /** Notes each event once and answers that nobody could be told. */
    public static class Events {
        static final String ID = "notification-service.probe-events";

        /** How many batches are still to fail in a way that time heals, after having written. */
        public final AtomicInteger failuresToCome = new AtomicInteger();

        /** Whether it has learned to take what it refused and broke of before. */
        public final AtomicBoolean learned = new AtomicBoolean();

        private final BatchListener<LowBalance> batch;
        private final Inbox inbox;
        private final Outbox outbox;
        private final DatabaseClient database;

        Events(Batches batches, Inbox inbox, Outbox outbox, DatabaseClient database) {
            this.batch = batches.of(ID, Topics.LOW_BALANCE, this::note);
            this.inbox = inbox;
            this.outbox = outbox;
            this.database = database;
        }

        @KafkaListener(id = ID, topics = Topics.Name.LOW_BALANCE)
        void on(List<ConsumerRecord<byte[], byte[]>> records) {
            batch.handle(records);
        }

        private Mono<List<Rejected<LowBalance>>> note(List<Received<LowBalance>> received) {
            return inbox.firstTime(ID, received, LowBalance::getEventId).flatMap(fresh -> {
                var good = fresh.stream()
                        .filter(one -> learned.get() || one.value().getRungValue() != REJECTED)
                        .toList();
                var rejected = fresh.stream()
                        .filter(one -> !learned.get() && one.value().getRungValue() == REJECTED)
                        .map(one -> new Rejected<>(one, "rung: -1 (expected: >= 0)"))
                        .toList();
                return insert(good)
                        .then(outbox.add(good.stream()
                                .map(one -> Announcement.of(
                                        Topics.UNREACHABLE,
                                        TestRecords.unreachable(one.value().getConnectionId(), one.offset())))
                                .toList()))
                        .then(Mono.defer(() -> fail(good)))
                        .thenReturn(rejected);
            });
        }

        private Mono<Void> insert(List<Received<LowBalance>> good) {
            return database.sql("""
                            insert into seen (connection_id, event_id, rung)
                            select * from unnest($1::text[], $2::text[], $3::bigint[])
                            """)
                    .bind("$1", good.stream().map(Received::key).toArray(String[]::new))
                    .bind("$2", good.stream().map(r -> r.value().getEventId()).toArray(String[]::new))
                    .bind("$3", good.stream().map(r -> r.value().getRungValue()).toArray(Long[]::new))
                    .then();
        }

        private Mono<Void> fail(List<Received<LowBalance>> good) {
            if (!learned.get()
                    && good.stream().anyMatch(one -> one.value().getRungValue() == POISONOUS_TO_THE_HANDLER)) {
                return Mono.error(new IllegalArgumentException("cannot take it from +919897010001"));
            }
            return failuresToCome.getAndUpdate(n -> Math.max(0, n - 1)) > 0
                    ? Mono.error(new TransientDataAccessResourceException("for a while"))
                    : Mono.empty();
        }
    }

    /** Notes tombstones with a null event id. */
    static class States {
        static final String ID = "notification-service.probe-states";

        private final BatchListener<Contact> batch;
        private final DatabaseClient database;

        States(Batches batches, DatabaseClient database) {
            this.batch = batches.of(ID, Topics.CONTACTS, this::note);
            this.database = database;
        }

        @KafkaListener(id = ID, topics = Topics.Name.CONTACTS)
        void on(List<ConsumerRecord<byte[], byte[]>> records) {
            batch.handle(records);
        }

        private Mono<List<Rejected<Contact>>> note(List<Received<Contact>> received) {
            return database.sql("""
                            insert into seen (connection_id, event_id)
                            select * from unnest($1::text[], $2::text[])
                            """)
                    .bind("$1", received.stream().map(Received::key).toArray(String[]::new))
                    .bind(
                            "$2",
                            received.stream()
                                    .map(r -> r.tombstone() ? null : r.value().getEventId())
                                    .toArray(String[]::new))
                    .then()
                    .thenReturn(List.of());
        }
    }

    /** What was counted, and what counting waits for. */
    public record Counts(AtomicInteger counted, AtomicReference<Mono<Void>> hold) {}

    @Bean
    Counts counts() {
        return new Counts(new AtomicInteger(), new AtomicReference<>(Mono.empty()));
    }

    @RestController
    static class ProbeController {

        private final Counts counts;

        ProbeController(Counts counts) {
            this.counts = counts;
        }

        @GetMapping("/areas/{area}")
        @PreAuthorize("hasRole('officer')")
        Mono<String> area(@PathVariable String area, @AuthenticationPrincipal Caller caller) {
            if (!caller.covers(area)) {
                throw Problem.notFound("area " + area);
            }
            return Mono.just(caller.subject());
        }

        /** Counts up, once nothing holds it; "refused" is not counted. */
        @PostMapping("/counts")
        @PreAuthorize("isAuthenticated()")
        Mono<ResponseEntity<String>> count(@RequestBody(required = false) String what) {
            if ("\"refused\"".equals(what)) {
                throw Problem.unprocessable("refused");
            }
            return counts.hold()
                    .get()
                    .then(Mono.fromSupplier(counts.counted()::incrementAndGet))
                    .map(count -> ResponseEntity.created(URI.create("/counts/" + count))
                            .eTag(EntityTag.of(count))
                            .body("counted " + count));
        }

        @GetMapping("/open")
        String open() {
            throw Problem.invalid("mobile", "98*", "10 digits").with("hint", "of a phone");
        }
    }
}
