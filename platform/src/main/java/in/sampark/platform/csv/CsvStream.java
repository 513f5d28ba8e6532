package in.sampark.platform.csv;

import in.sampark.platform.file.ArrivingFile;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;

/** A CSV file that is being sent, read as fast as what it says is asked for, so memory does not depend on its size. */
public final class CsvStream {

    private CsvStream() {}

    /**
     * What the file says, one after the other.
     *
     * @param reading from the file's text to what gives the next of it, or nothing at the end
     * @throws in.sampark.platform.web.Problem as error, from where on the file can't be read
     */
    public static <T> Flux<T> of(Flux<DataBuffer> file, Function<CsvText, Supplier<Optional<T>>> reading) {
        return ArrivingFile.read(file, bytes -> reading.apply(new CsvText(bytes)));
    }
}
