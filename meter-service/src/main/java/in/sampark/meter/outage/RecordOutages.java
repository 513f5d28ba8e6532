package in.sampark.meter.outage;

import in.sampark.contract.utility.Outage;
import in.sampark.meter.outage.domain.JudgeOutage;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import in.sampark.platform.outbox.Outbox;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Records what is said of outages, each revision once, and announces what is recorded, of which consumers are told. What an outage cuts off need not be known: its connections may follow. */
public final class RecordOutages {

    private final Outages outages;
    private final JudgeOutage judge;
    private final Outbox outbox;
    private final Clock clock;

    RecordOutages(Outages outages, JudgeOutage judge, Outbox outbox, Clock clock) {
        this.outages = outages;
        this.judge = judge;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Joins the caller's transaction; answers with the reports that are not believed. */
    public Mono<List<Rejected<Outage>>> record(List<Received<Outage>> batch) {
        return outages.lock(batch.stream().map(Received::key).collect(Collectors.toSet()))
                .map(held -> DecidedOutages.of(batch, held, judge, clock.instant()))
                .flatMap(decided -> outages.keep(decided.recorded())
                        .then(outbox.add(decided.announcements()))
                        .thenReturn(decided.rejected()));
    }
}
