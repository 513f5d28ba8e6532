package in.sampark.meter.reading.web;

import in.sampark.meter.json.Fault;
import in.sampark.meter.reading.TakeReadings;
import in.sampark.meter.reading.TakeReadings.SentReading;
import in.sampark.platform.web.Problem;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes a stream of readings a chunk at a time, the next one when the broker has the last: memory does not depend on its length, and a sender is
 * read from no faster than the broker takes.
 */
final class TakeStream {

    /**
     * What became of a stream.
     *
     * @param taken readings the broker has
     * @param refused lines that are wrong; the readings of all others were taken
     * @param faults what is wrong with them, of the first hundred or so
     */
    record Report(long taken, long refused, List<LineFault> faults) {}

    /** A wrong value. */
    record LineFault(long line, String field, String value, String expected) {

        static LineFault of(long line, Fault fault) {
            return new LineFault(line, fault.field(), fault.value(), fault.expected());
        }
    }

    private static final int FAULTS_SHOWN = 100;

    private final TakeReadings takeReadings;
    private final String discom;
    private final int refusedAtMost;
    private final List<LineFault> faults = new ArrayList<>();
    private long taken;
    private long refused;
    private long throughLine;

    /** @param refusedAtMost so many wrong lines say that the rest is not worth reading */
    TakeStream(TakeReadings takeReadings, String discom, int refusedAtMost) {
        this.takeReadings = takeReadings;
        this.discom = discom;
        this.refusedAtMost = refusedAtMost;
    }

    /**
     * Takes all good lines.
     *
     * @throws Problem as error, when there are none, or when the stream cannot be taken to its end; then it says through which line it was
     */
    Mono<Report> take(Flux<SentRow> rows) {
        return rows.buffer(takeReadings.atMost())
                .concatMapDelayError(
                        this::take, false, 1) // what is on its way is counted before it is said how far it went
                .then(Mono.fromSupplier(this::report))
                .onErrorMap(
                        Problem.class, problem -> problem.with("taken", taken).with("throughLine", throughLine));
    }

    private Mono<Void> take(List<SentRow> chunk) {
        List<SentReading> readings = new ArrayList<>(chunk.size());
        for (SentRow row : chunk) {
            switch (row) {
                case SentRow.Good good -> readings.add(good.reading());
                case SentRow.Bad bad -> note(bad);
            }
        }
        Mono<Void> sent = readings.isEmpty() ? Mono.empty() : takeReadings.take(discom, readings);
        return sent.then(Mono.fromRunnable(() -> {
            taken += readings.size();
            throughLine = chunk.getLast().line();
            refuseWhatIsSomethingElse();
        }));
    }

    private void note(SentRow.Bad bad) {
        refused++;
        if (faults.size() < FAULTS_SHOWN) {
            bad.faults().forEach(fault -> faults.add(LineFault.of(bad.line(), fault)));
        }
    }

    private void refuseWhatIsSomethingElse() {
        if (refused > refusedAtMost) {
            throw Problem.invalid("lines that are wrong", refused, "at most " + refusedAtMost + " in a stream")
                    .with("faults", List.copyOf(faults));
        }
    }

    private Report report() {
        if (taken > 0) return new Report(taken, refused, List.copyOf(faults));
        throw Problem.invalid("readings in the stream", "none that could be taken", "at least one")
                .with("faults", List.copyOf(faults));
    }
}
