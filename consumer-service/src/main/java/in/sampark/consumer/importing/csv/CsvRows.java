package in.sampark.consumer.importing.csv;

import in.sampark.consumer.importing.domain.Row;
import in.sampark.platform.csv.CsvStream;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;

/** A connections file as rows. */
public final class CsvRows {

    private CsvRows() {}

    /**
     * The rows after the header.
     *
     * @throws in.sampark.platform.web.Problem as error, when the first line is no header, or from where on the file
     *     can't be read
     */
    public static Flux<Row> of(Flux<DataBuffer> file) {
        return CsvStream.of(file, text -> new CsvFile(text)::next);
    }
}
