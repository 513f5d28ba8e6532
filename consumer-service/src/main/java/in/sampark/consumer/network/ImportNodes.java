package in.sampark.consumer.network;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.network.csv.NodeFile;
import in.sampark.consumer.network.domain.Node;
import in.sampark.consumer.network.domain.NodeList;
import in.sampark.consumer.network.domain.NodeList.Verdict;
import in.sampark.consumer.network.domain.NodeReading;
import in.sampark.consumer.network.domain.NodesReport;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes a list of nodes: its good lines batch by batch as they arrive, a reason for every other. */
public class ImportNodes {

    /** What is read is remembered until the end, to find lines that contradict one another. */
    private static final long MOST_LINES = 500_000;

    private static final int BATCH = 1000;
    private static final int REASONS_AT_MOST = 1000;

    private final RecordNodes recordNodes;
    private final TransactionalOperator transaction;

    ImportNodes(RecordNodes recordNodes, TransactionalOperator transaction) {
        this.recordNodes = recordNodes;
        this.transaction = transaction;
    }

    /**
     * What became of the lines. A list that breaks off has been taken as far as it came; it can be sent again, for what is on record
     * changes nothing.
     *
     * @throws Problem as error, when the first line is no header, nothing being taken then, or from where on the file can't be read
     */
    public Mono<NodesReport> take(Flux<DataBuffer> file, Caller caller) {
        return Mono.fromSupplier(NodeList::new)
                .flatMap(list -> NodeFile.lines(file)
                        .buffer(BATCH)
                        .concatMap(lines -> take(lines, list, caller), 1)
                        .reduce(NodesReport.EMPTY, (report, batch) -> report.plus(batch, REASONS_AT_MOST)));
    }

    private Mono<NodesReport> take(List<NodeFile.Line> lines, NodeList list, Caller caller) {
        long last = lines.getLast().number();
        if (last > MOST_LINES) {
            return Mono.error(Problem.invalid("file", "line " + last, MOST_LINES + " lines at most, in several files"));
        }
        List<Node> taken = new ArrayList<>();
        List<NodesReport.Fault> faults = new ArrayList<>();
        for (NodeFile.Line line : lines) {
            switch (judge(line, list, caller)) {
                case Verdict.Take(Node node) -> taken.add(node);
                case Verdict.PassBy() -> {}
                case Verdict.Reject(String reason) -> faults.add(new NodesReport.Fault(line.number(), reason));
            }
        }
        return recordNodes
                .record(taken, Actor.of(caller))
                .map(changed -> NodesReport.of(lines.size(), changed.size(), faults))
                .as(transaction::transactional);
    }

    private static Verdict judge(NodeFile.Line line, NodeList list, Caller caller) {
        return switch (line.reading()) {
            case NodeReading.Bad(String reason) -> new Verdict.Reject(reason);
            case NodeReading.Good(Node node) ->
                caller.covers(node.discom())
                        ? list.next(node, line.number())
                        : new Verdict.Reject("discom: " + node.discom() + " (expected: all of it within your area, "
                                + caller.areaPath() + ")");
        };
    }
}
