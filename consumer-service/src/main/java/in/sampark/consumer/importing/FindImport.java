package in.sampark.consumer.importing;

import in.sampark.consumer.importing.domain.ImportJob;
import in.sampark.consumer.importing.domain.RowError;
import in.sampark.platform.security.Caller;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds an import and its report for somebody. */
public class FindImport {

    private final ImportJobs jobs;
    private final RowErrors errors;

    FindImport(ImportJobs jobs, RowErrors errors) {
        this.jobs = jobs;
        this.errors = errors;
    }

    /** Empty when there is no such import, or the caller's area does not cover that of the import. */
    public Mono<ImportJob> within(UUID id, Caller caller) {
        return jobs.find(id).filter(job -> caller.covers(job.area().path()));
    }

    /** Why rows of the import were not taken, in the file's order. */
    public Flux<RowError> errors(ImportJob job) {
        return errors.all(job.id());
    }
}
