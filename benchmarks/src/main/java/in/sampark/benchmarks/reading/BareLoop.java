package in.sampark.benchmarks.reading;

import in.sampark.benchmarks.Bench;
import in.sampark.contract.utility.MeterReading;
import in.sampark.infrastructure.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What taking readings cannot do without, and nothing else, on the same broker and database: consume; and consume, decode, insert and
 * add to a balance, in one transaction for each poll. No reading is judged, priced or remembered as seen.
 */
final class BareLoop {

    private static final int A_POLL = 5_000;
    private static final int HEADER_BYTES = 5;

    private static final String TABLES = """
            drop schema if exists bare cascade;
            create schema bare;
            create table bare.reading (
                connection_id text not null, register_at timestamptz not null, register_wh bigint not null, primary key (connection_id, register_at));
            create table bare.balance (connection_id text primary key, paise bigint not null) with (fillfactor = 70);
            insert into bare.balance select connection_id, 0 from account
            """;

    private static final String INSERT = """
            insert into bare.reading select * from unnest(?::text[], ?::timestamptz[], ?::bigint[])
            """;

    private static final String BALANCE = """
            insert into bare.balance as b select connection_id, sum(wh) from unnest(?::text[], ?::bigint[]) as n(connection_id, wh) group by 1
            on conflict (connection_id) do update set paise = b.paise - excluded.paise
            """;

    private final Bench bench;
    private final Map<TopicPartition, Long> from;
    private final Map<TopicPartition, Long> to;

    /** @param from where each partition begins for it, and {@code to} where it ends */
    BareLoop(Bench bench, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        this.bench = bench;
        this.from = from;
        this.to = to;
    }

    /** Records a second that can be consumed. */
    double consuming() throws Exception {
        return rate(_ -> {});
    }

    /** Records a second that can be consumed and written. */
    double writing() throws Exception {
        Database database = bench.system().database("meter-service");
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(INSERT);
                    PreparedStatement balance = connection.prepareStatement(BALANCE)) {
                return rate(records -> write(records, connection, insert, balance));
            } finally {
                statement.execute("drop schema bare cascade");
                connection.commit();
            }
        }
    }

    private interface Step {
        void take(List<ConsumerRecord<byte[], byte[]>> records) throws SQLException, IOException;
    }

    private double rate(Step step) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bench.system().infrastructure().bootstrapServers(), "max.poll.records", A_POLL);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            long total = to.values().stream().mapToLong(Long::longValue).sum()
                    - from.values().stream().mapToLong(Long::longValue).sum();
            long start = System.nanoTime();
            long taken = 0;
            while (taken < total) {
                List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(A_POLL);
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
                step.take(records);
                taken += records.size();
            }
            return taken / ((System.nanoTime() - start) / 1e9);
        }
    }

    private void write(
            List<ConsumerRecord<byte[], byte[]>> records,
            Connection connection,
            PreparedStatement insert,
            PreparedStatement balance)
            throws SQLException, IOException {
        List<MeterReading> readings = decoded(records);
        var ids = connection.createArrayOf(
                "text", readings.stream().map(MeterReading::getConnectionId).toArray());
        var wh = connection.createArrayOf(
                "bigint", readings.stream().map(MeterReading::getRegisterWh).toArray());
        insert.setArray(1, ids);
        insert.setArray(
                2,
                connection.createArrayOf(
                        "timestamptz",
                        readings.stream()
                                .map(reading -> Timestamp.from(reading.getRegisterAt()))
                                .toArray()));
        insert.setArray(3, wh);
        insert.executeUpdate();
        balance.setArray(1, ids);
        balance.setArray(2, wh);
        balance.executeUpdate();
        connection.commit();
    }

    private List<MeterReading> decoded(List<ConsumerRecord<byte[], byte[]>> records) throws IOException {
        SpecificDatumReader<MeterReading> reader = new SpecificDatumReader<>(MeterReading.class);
        List<MeterReading> readings = new ArrayList<>(records.size());
        BinaryDecoder decoder = null;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            decoder = DecoderFactory.get()
                    .binaryDecoder(record.value(), HEADER_BYTES, record.value().length - HEADER_BYTES, decoder);
            readings.add(reader.read(null, decoder));
        }
        return readings;
    }
}
