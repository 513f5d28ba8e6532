package in.sampark.consumer.doubt.csv;

import in.sampark.consumer.doubt.domain.ReassignedLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.Executors;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A list as lines, read as fast as its lines are asked for. */
public final class ReassignedLines {

    private static final int BUFFERS_AHEAD = 8;

    /** Reading waits for the sender, however slow, so it must not hold a thread others need. */
    private static final Scheduler WAITING =
            Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "reassigned");

    private ReassignedLines() {}

    /** @throws in.sampark.platform.web.Problem as error, when there is no column of numbers */
    public static Flux<ReassignedLine> of(Flux<DataBuffer> file, Instant now) {
        return Flux.using(
                        () -> DataBufferUtils.subscriberInputStream(file, BUFFERS_AHEAD),
                        bytes -> lines(bytes, now),
                        ReassignedLines::close)
                .subscribeOn(WAITING);
    }

    private static Flux<ReassignedLine> lines(InputStream bytes, Instant now) {
        return Flux.generate(() -> new ReassignedFile(bytes, now), (file, lines) -> {
            file.next().ifPresentOrElse(lines::next, lines::complete);
            return file;
        });
    }

    private static void close(InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
