package in.sampark.benchmarks.fanout;

import in.sampark.benchmarks.Bench;
import in.sampark.contract.notification.Dispatch;
import in.sampark.infrastructure.Database;
import in.sampark.infrastructure.Secrets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.async.MinimalHttpAsyncClient;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What telling many cannot do without, and nothing else, on the same broker, database and gateway, by the same HTTP client with as many
 * connections: consume, decode, insert, hand over, note what the gateway calls it. No contact is looked up, no text written, no outcome
 * judged or announced.
 */
final class BareSending {

    private static final String SERVICE = "notification-service";
    private static final int A_POLL = 1_000;
    private static final int HEADER_BYTES = 5;
    /** As many as the bulk lane hands over by at a time: four listeners, 150 each. */
    private static final int CONNECTIONS = 600;

    private static final ContentType JSON = ContentType.parse("application/json");

    private static final String BODY = """
            {"to":"+919100000000","text":"प्रिय उपभोक्ता, सआदतगंज फीडर में ट्रांसफार्मर की मरम्मत के कारण 21 नवंबर, शाम 6 बजे से बिजली आपूर्ति बंद है। आपूर्ति 21 नवंबर, रात 10 बजे तक बहाल होने की संभावना है। बिजली खाता (अंतिम अंक): 1234। असुविधा के लिए खेद है। -DVVNL",\
            "reference":"%s","header":"DVVNLT","principalEntityId":"1101000000000010001","templateId":"1107000000000020016"}""";

    private final Bench bench;
    private final MinimalHttpAsyncClient client;
    private final URI gateway;
    private final String key;

    BareSending(Bench bench, Inbox inbox) {
        this.bench = bench;
        this.gateway = inbox.gateway();
        this.key = new Secrets(bench.folder().resolve("secrets")).password("sms-api-key");
        this.client = HttpAsyncClients.createMinimal(
                HttpVersionPolicy.FORCE_HTTP_1,
                H2Config.DEFAULT,
                Http1Config.DEFAULT,
                IOReactorConfig.DEFAULT,
                PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build());
        client.start();
    }

    /** Messages a second. @param from where it begins in each partition, and {@code to} where it ends */
    double rate(Kept kept, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bench.system().infrastructure().bootstrapServers(), "max.poll.records", A_POLL);
        Database database = bench.system().database(SERVICE);
        try (var table = new BareTable(database, kept);
                var receipts = kept.delivered() == null ? null : receipts(database, kept.delivered());
                var consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            long total = sum(to) - sum(from);
            long start = System.nanoTime();
            long taken = 0;
            while (taken < total) {
                List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(A_POLL);
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
                send(decoded(records), table);
                taken += records.size();
            }
            double aSecond = taken / ((System.nanoTime() - start) / 1e9);
            if (receipts != null) {
                receipts.await(taken);
            }
            return aSecond;
        }
    }

    private BareReceipts receipts(Database database, String delivered) throws SQLException, IOException {
        return new BareReceipts(bench.system().service(SERVICE), database, delivered);
    }

    private void send(List<Dispatch> messages, BareTable table)
            throws SQLException, ExecutionException, InterruptedException {
        table.insert(messages);
        List<Future<SimpleHttpResponse>> answers =
                messages.stream().map(this::handOver).toList();
        List<String> ids = new ArrayList<>(answers.size());
        for (Future<SimpleHttpResponse> answer : answers) {
            ids.add(answer.get().getBodyText());
        }
        table.update(messages, ids);
    }

    private Future<SimpleHttpResponse> handOver(Dispatch message) {
        var request = new SimpleHttpRequest(Method.POST, gateway);
        request.setHeader("X-Api-Key", key);
        request.setBody(BODY.formatted(message.getMessageId()).getBytes(StandardCharsets.UTF_8), JSON);
        return client.execute(request, null);
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<Dispatch> decoded(List<ConsumerRecord<byte[], byte[]>> records) throws IOException {
        SpecificDatumReader<Dispatch> reader = new SpecificDatumReader<>(Dispatch.class);
        List<Dispatch> messages = new ArrayList<>(records.size());
        BinaryDecoder decoder = null;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            decoder = DecoderFactory.get()
                    .binaryDecoder(record.value(), HEADER_BYTES, record.value().length - HEADER_BYTES, decoder);
            messages.add(reader.read(null, decoder));
        }
        return messages;
    }
}
