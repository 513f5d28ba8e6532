package in.sampark.consumer.importing;

import in.sampark.consumer.importing.domain.ImportJob;
import in.sampark.consumer.importing.domain.ImportState;
import in.sampark.platform.messaging.Healing;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes whole files one after another, in the order in which they became whole, so that of two files that name a
 * connection the later one has the last word. Chunks of a file name different connections and are taken at once.
 */
class TakeImports {

    private static final Logger log = LoggerFactory.getLogger(TakeImports.class);

    /** Taken within one step, between two looks whose turn it is. */
    private static final int CHUNKS_A_STEP = 32;

    private final ImportJobs jobs;
    private final StagedRows stagedRows;
    private final TakeRows takeRows;
    private final TransactionalOperator transaction;
    private final ImportSettings settings;
    private final Clock clock;

    TakeImports(
            ImportJobs jobs,
            StagedRows stagedRows,
            TakeRows takeRows,
            TransactionalOperator transaction,
            ImportSettings settings,
            Clock clock) {
        this.jobs = jobs;
        this.stagedRows = stagedRows;
        this.takeRows = takeRows;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** One step of the import whose turn it is, and whether there was one. */
    Mono<Boolean> step() {
        return jobs.next()
                .flatMap(job -> advance(job).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> tidy().thenReturn(false)));
    }

    private Mono<Void> advance(ImportJob job) {
        Mono<Void> step = job.state() == ImportState.WAITING ? begin(job) : takeSome(job);
        return step.onErrorResume(failure -> !Healing.byTime(failure), failure -> giveUp(job, failure));
    }

    private Mono<Void> begin(ImportJob job) {
        return stagedRows.reportRepeated(job.id()).then(jobs.taking(job.id())).as(transaction::transactional);
    }

    private Mono<Void> takeSome(ImportJob job) {
        return stagedRows
                .open(job.id(), CHUNKS_A_STEP)
                .collectList()
                .flatMap(open -> open.isEmpty()
                        ? jobs.end(job.id(), clock.instant())
                        : Flux.fromIterable(open)
                                .flatMap(chunk -> takeRows.take(job, chunk), settings.atOnce())
                                .then());
    }

    /** What failed once in this way fails with every try, and others wait. */
    private Mono<Void> giveUp(ImportJob job, Throwable failure) {
        log.error("import {}: given up", job.id(), failure);
        return jobs.fail(
                job.id(),
                "its rows could not be taken: " + failure.getClass().getSimpleName()
                        + "; those counted as taken are, and the file can be sent again",
                clock.instant());
    }

    private Mono<Void> tidy() {
        return jobs.failAbandoned(settings.abandonedAfter(), StageFile.BROKEN_OFF, clock.instant())
                .then(Mono.defer(() -> jobs.forget(clock.instant().minus(settings.keptFor()))));
    }
}
