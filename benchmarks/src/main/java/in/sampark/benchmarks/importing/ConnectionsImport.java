package in.sampark.benchmarks.importing;

import in.sampark.benchmarks.Bench;
import in.sampark.benchmarks.ServiceClient;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** A billing system that sends files of connections and waits until they are imported. */
public final class ConnectionsImport implements AutoCloseable {

    private static final String IMPORTS = "/api/v1/imports";
    private static final long PAUSE_MS = 50;

    private final ServiceClient client;

    public ConnectionsImport(Bench bench) throws IOException, InterruptedException {
        client = new ServiceClient(bench.system(), "consumer-service", "integration:DVVNL");
    }

    /** Sends the file. @return the job, once the file is whole */
    public String send(Path file) throws IOException, InterruptedException {
        return client.post(IMPORTS, "text/csv", BodyPublishers.ofFile(file), 202)
                .required("importId")
                .asString();
    }

    /** Waits for the job's end. @throws IllegalStateException unless it took so many rows */
    public void awaitTaken(String importId, int rows) throws IOException, InterruptedException {
        JsonNode job = client.get(IMPORTS + "/" + importId);
        while (!job.has("endedAt")) {
            Thread.sleep(PAUSE_MS);
            job = client.get(IMPORTS + "/" + importId);
        }
        if (job.required("taken").asLong() != rows) {
            throw new IllegalStateException("import: " + job + " (expected: " + rows + " rows taken)");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
