package in.sampark.consumer.importing;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.importing.csv.CsvRows;
import in.sampark.consumer.importing.domain.ChunkReading;
import in.sampark.consumer.importing.domain.CoveredArea;
import in.sampark.consumer.importing.domain.ImportJob;
import in.sampark.consumer.importing.domain.Row;
import in.sampark.consumer.importing.domain.RowRules;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.CallerAddress;
import in.sampark.platform.web.Problem;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Receives a connections file: judges its rows as they arrive and stages the good ones. Nothing is taken before the file is whole. */
public class StageFile {

    static final String BROKEN_OFF = "the upload broke off, and nothing was taken (expected: the whole file)";

    private final RowRules rules;
    private final ImportJobs jobs;
    private final StagedRows stagedRows;
    private final KeyedHash hash;
    private final ImportSettings settings;
    private final Clock clock;

    StageFile(
            RowRules rules,
            ImportJobs jobs,
            StagedRows stagedRows,
            KeyedHash hash,
            ImportSettings settings,
            Clock clock) {
        this.rules = rules;
        this.jobs = jobs;
        this.stagedRows = stagedRows;
        this.hash = hash;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The file is staged, in constant memory however large it is, and waits to be taken; or it says what the sender's
     * last one said, byte for byte, whose import is the answer then.
     *
     * @throws Problem as error, when the file can't be read as a whole; nothing is taken then
     */
    public Mono<Staging> stage(Flux<DataBuffer> file, Caller caller) {
        return Mono.deferContextual(
                context -> stage(job(caller, CallerAddress.of(context).orElse(null)), file));
    }

    private ImportJob job(Caller caller, @Nullable String address) {
        Actor sender = Actor.of(caller);
        return ImportJob.begun(
                UUID.randomUUID(),
                sender.subject(),
                sender.role(),
                address,
                caller.discom(),
                new CoveredArea(caller.areaPath()),
                clock.instant());
    }

    private Mono<Staging> stage(ImportJob job, Flux<DataBuffer> file) {
        return Mono.usingWhen(
                jobs.begin(job).thenReturn(job),
                begun -> receive(begun, file),
                begun -> Mono.empty(),
                (begun, failure) -> jobs.fail(begun.id(), reason(failure), clock.instant()),
                begun -> jobs.fail(begun.id(), BROKEN_OFF, clock.instant()));
    }

    private Mono<Staging> receive(ImportJob job, Flux<DataBuffer> file) {
        var digest = new FileDigest();
        return CsvRows.of(sent(file).doOnNext(digest::update))
                .buffer(settings.batchRows())
                .index()
                .flatMap(
                        rows -> read(rows.getT2(), job.area())
                                .flatMap(read -> stagedRows.stage(job.id(), Math.toIntExact(rows.getT1()), read)),
                        settings.atOnce())
                .then(Mono.defer(() -> jobs.whole(job, hash.hex(digest.hex()))))
                .map(known -> known.id().equals(job.id()) ? new Staging.Accepted(known) : new Staging.Repeated(known))
                .cast(Staging.class)
                .switchIfEmpty(Mono.error(() -> Problem.conflict(BROKEN_OFF)));
    }

    /** What is sent, as long as it is. */
    private Flux<DataBuffer> sent(Flux<DataBuffer> file) {
        return file.timeout(settings.senderSilent())
                .onErrorMap(TimeoutException.class, silence -> Problem.late(BROKEN_OFF));
    }

    /** Judging takes longer than reading: the chunks of a file are judged at once. */
    private Mono<ChunkReading> read(List<Row> rows, CoveredArea area) {
        return Mono.fromSupplier(() -> ChunkReading.of(
                        rows.stream().map(row -> rules.read(row, area)).toList()))
                .subscribeOn(Schedulers.parallel());
    }

    private static String reason(Throwable failure) {
        return failure instanceof Problem problem
                ? String.valueOf(problem.getBody().getDetail())
                : BROKEN_OFF;
    }
}
