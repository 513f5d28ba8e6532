package in.sampark.launcher.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the figures are right: empty when they are, else what is wrong. */
record Verdict(List<String> faults) {

    static Verdict on(Figures figures, Optional<KnownAnswer> known) {
        List<String> faults = new ArrayList<>();
        figures.meters().forEach((id, meter) -> {
            if (!meter.adds()) {
                faults.add(id + ": ledger " + meter + " (expected: recharges less charges to be the balance)");
            }
            if (!meter.allTold()) {
                faults.add("%s: %d crossings, %d sent, %d unreachable (expected: each sent or unreachable)"
                        .formatted(id, meter.crossings(), meter.sent(), meter.unreachable()));
            }
        });
        figures.meters().forEach((id, meter) -> {
            if (!meter.allTaken()) {
                faults.add("%s: %s (expected: all that was fed, %s, taken and told)".formatted(id, meter, meter.fed()));
            }
        });
        if (figures.open() > 0) {
            faults.add(figures.open() + " messages are without an end (expected: none)");
        }
        known.ifPresent(answer -> faults.addAll(answer.differences(figures.totals())));
        return new Verdict(List.copyOf(faults));
    }

    boolean right() {
        return faults.isEmpty();
    }
}
