package in.sampark.platform.outbox;

import java.util.ArrayList;
import java.util.List;

/**
 * Records for one topic that stand in one row of the outbox, in the order in which they are to be published.
 *
 * @param state whether only the last record of a key matters
 */
record Bundle(String topic, boolean state, List<OutboxRecord> records) {

    /** The relay holds a page of them in memory, and what cannot be published now is repeated as a whole. */
    static final int RECORDS = 500;

    /** A record for a topic. */
    record Addressed(String topic, boolean state, OutboxRecord record) {}

    Bundle {
        records = List.copyOf(records);
    }

    /** Runs of records for the same topic. */
    static List<Bundle> of(List<Addressed> records) {
        List<Bundle> bundles = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= records.size(); i++) {
            if (i == records.size() || i - from == RECORDS || !sameTopic(records.get(i), records.get(from))) {
                bundles.add(of(records.subList(from, i), records.get(from)));
                from = i;
            }
        }
        return bundles;
    }

    private static Bundle of(List<Addressed> run, Addressed any) {
        return new Bundle(
                any.topic(), any.state(), run.stream().map(Addressed::record).toList());
    }

    private static boolean sameTopic(Addressed one, Addressed other) {
        return one.topic().equals(other.topic()) && one.state() == other.state();
    }
}
