package in.sampark.consumer.importing;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.importing.csv.CsvRows;
import in.sampark.consumer.importing.domain.CoveredArea;
import in.sampark.consumer.importing.domain.ImportReport;
import in.sampark.consumer.importing.domain.RowRules;
import in.sampark.platform.security.Caller;
import java.util.UUID;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes a connections file: its good rows batch by batch, as they arrive. */
public class ImportConnections {

    private final RowRules rules;
    private final SeenAccounts seenAccounts;
    private final TakeRows takeRows;
    private final ImportSettings settings;

    ImportConnections(RowRules rules, SeenAccounts seenAccounts, TakeRows takeRows, ImportSettings settings) {
        this.rules = rules;
        this.seenAccounts = seenAccounts;
        this.takeRows = takeRows;
        this.settings = settings;
    }

    /**
     * What became of the rows. An import that fails half-way has taken the batches before; the same file can be sent
     * again, for what is on record changes nothing.
     *
     * @throws in.sampark.platform.web.Problem as error, when the first line is no header; nothing is taken then
     */
    public Mono<ImportReport> take(Flux<DataBuffer> file, Caller caller) {
        var area = new CoveredArea(caller.areaPath(), path -> caller.covers(path.path()));
        return Mono.usingWhen(
                seenAccounts.forgetLost().then(Mono.fromSupplier(UUID::randomUUID)),
                importId -> take(importId, file, area, Actor.of(caller)),
                seenAccounts::forget);
    }

    private Mono<ImportReport> take(UUID importId, Flux<DataBuffer> file, CoveredArea area, Actor actor) {
        return CsvRows.of(file, row -> rules.read(row, area))
                .buffer(settings.batchRows())
                .concatMap(batch -> takeRows.take(importId, batch, area, actor), 1)
                .reduce(ImportReport.EMPTY, (report, batch) -> report.plus(batch, settings.reportedErrors()));
    }
}
