package in.sampark.consumer.importing.csv;

import in.sampark.consumer.importing.domain.Row;
import in.sampark.consumer.importing.domain.RowReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import java.util.function.Function;
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
     * What the rows after the header say. Where the file can't be read any further as CSV, the last of them is bad and
     * says so.
     *
     * @throws in.sampark.platform.web.Problem as error, when the first line is no header
     */
    public static Flux<RowReading> of(Flux<DataBuffer> file, Function<Row, RowReading> read) {
        return Flux.using(() -> stream(file), bytes -> rows(bytes, read), CsvRows::close)
                .subscribeOn(WAITING);
    }

    private static Flux<RowReading> rows(InputStream bytes, Function<Row, RowReading> read) {
        return Flux.generate(() -> new CsvFile(bytes), (file, rows) -> {
            file.next(read).ifPresentOrElse(rows::next, rows::complete);
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
