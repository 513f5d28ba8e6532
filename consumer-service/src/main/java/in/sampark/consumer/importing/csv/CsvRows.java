package in.sampark.consumer.importing.csv;

import in.sampark.consumer.importing.domain.Row;
import in.sampark.consumer.importing.domain.RowReading;
import java.io.InputStream;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** A connections file as rows, read as fast as its rows are asked for, so memory does not depend on its size. */
public final class CsvRows {

    private static final int BUFFERS_AHEAD = 8;

    private CsvRows() {}

    /**
     * What the rows after the header say. Where the file can't be read any further as CSV, the last of them is bad and
     * says so.
     *
     * @throws in.sampark.platform.web.Problem as error, when the first line is no header
     */
    public static Flux<RowReading> of(Flux<DataBuffer> file, Function<Row, RowReading> read) {
        return Flux.using(
                        () -> new CsvFile(stream(file)),
                        csv -> Flux.<RowReading, CsvFile>generate(() -> csv, (open, rows) -> {
                            open.next(read).ifPresentOrElse(rows::next, rows::complete);
                            return open;
                        }),
                        CsvFile::close)
                .subscribeOn(Schedulers.boundedElastic()); // reading waits for the sender
    }

    private static InputStream stream(Flux<DataBuffer> file) {
        return DataBufferUtils.subscriberInputStream(file, BUFFERS_AHEAD);
    }
}
