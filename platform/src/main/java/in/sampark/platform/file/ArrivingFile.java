package in.sampark.platform.file;

import in.sampark.platform.web.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A file that is being sent, read as fast as what it says is asked for, so memory does not depend on its size. */
public final class ArrivingFile {

    private static final int BUFFERS_AHEAD = 8;

    /** Reading waits for the sender, however slow, so it must not hold a thread others need. */
    private static final Scheduler WAITING =
            Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "file");

    private ArrivingFile() {}

    /**
     * What the file says, one after the other.
     *
     * @param reading from the file's bytes to what gives the next of it, or nothing at the end; it may wait
     * @throws Problem as error, when the file ends in one
     */
    public static <T> Flux<T> read(Flux<DataBuffer> file, Function<InputStream, Supplier<Optional<T>>> reading) {
        return Flux.using(() -> stream(file), bytes -> read(bytes, reading), ArrivingFile::close)
                .onErrorMap(UncheckedIOException.class, ArrivingFile::ofSender)
                .subscribeOn(WAITING);
    }

    /** Bytes that failed on their way come out of the stream as its own failure. */
    private static Throwable ofSender(UncheckedIOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) return problem;
        }
        return failure;
    }

    private static <T> Flux<T> read(InputStream bytes, Function<InputStream, Supplier<Optional<T>>> reading) {
        return Flux.generate(() -> reading.apply(bytes), (next, said) -> {
            next.get().ifPresentOrElse(said::next, said::complete);
            return next;
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
