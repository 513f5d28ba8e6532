package in.sampark.consumer.importing.csv;

import in.sampark.consumer.importing.domain.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A connections file as rows, read as fast as its rows are asked for, so memory does not depend on its size. */
public final class CsvRows {

    private static final int BUFFERS_AHEAD = 8;

    /** Reading waits for the sender, however slow, so it must not hold a thread others need. */
    private static final Scheduler WAITING =
            Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "csv");

    private CsvRows() {}

    /**
     * The rows after the header.
     *
     * @throws in.sampark.platform.web.Problem as error, when the first line is no header, or from where on the file
     *     can't be read
     */
    public static Flux<Row> of(Flux<DataBuffer> file) {
        return Flux.using(() -> stream(file), CsvRows::rows, CsvRows::close).subscribeOn(WAITING);
    }

    private static Flux<Row> rows(InputStream bytes) {
        return Flux.generate(() -> new CsvFile(bytes), (file, rows) -> {
            file.next().ifPresentOrElse(rows::next, rows::complete);
            return file;
        });
    }

    private static InputStream stream(Flux<DataBuffer> file) {
        return DataBufferUtils.subscriberInputStream(file, BUFFERS_AHEAD);
    }

    /** Lets go of what was sent and not read. */
    private static void close(InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
