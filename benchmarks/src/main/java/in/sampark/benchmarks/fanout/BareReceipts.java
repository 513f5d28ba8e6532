package in.sampark.benchmarks.fanout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import in.sampark.infrastructure.Database;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the gateway's receipts in the place of the service, and notes what was delivered: one update a request. */
final class BareReceipts implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PATH = "/webhooks/sms/simulator/receipts";
    private static final int TAKEN = 202;
    private static final long PAUSE_MS = 50;

    private final Connection connection;
    private final PreparedStatement delivered;
    private final HttpServer server;
    private final AtomicLong noted = new AtomicLong();

    /** @param service where the gateway brings its receipts @param sql an update by an array of ids */
    BareReceipts(URI service, Database database, String sql) throws SQLException, IOException {
        connection = BareTable.connection(database);
        delivered = connection.prepareStatement(sql);
        server = HttpServer.create(new InetSocketAddress(service.getHost(), service.getPort()), 0);
        server.createContext(PATH, this::take);
        server.start();
    }

    /** Waits until so many messages were delivered. */
    void await(long messages) throws InterruptedException {
        while (noted.get() < messages) {
            Thread.sleep(PAUSE_MS);
        }
    }

    @Override
    public void close() throws SQLException {
        server.stop(0);
        connection.close();
    }

    /** What fails is closed without an answer, and the gateway brings it again. */
    private void take(HttpExchange exchange) throws IOException {
        JsonNode receipts = JSON.readTree(exchange.getRequestBody().readAllBytes());
        Object[] references = StreamSupport.stream(receipts.spliterator(), false)
                .map(receipt -> receipt.required("reference").asString())
                .toArray();
        try {
            delivered.setArray(1, connection.createArrayOf("uuid", references));
            noted.addAndGet(delivered.executeUpdate());
        } catch (SQLException e) {
            throw new IOException(e);
        }
        exchange.sendResponseHeaders(TAKEN, -1);
        exchange.close();
    }
}
