package in.sampark.consumer.inbound;

import in.sampark.consumer.connection.Connections;
import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.inbound.domain.Answer;
import in.sampark.consumer.inbound.domain.Understanding;
import in.sampark.consumer.inbound.messaging.AnswerRecords;
import in.sampark.consumer.inbound.messaging.InboundListener;
import in.sampark.contract.notification.InboundMessage;
import in.sampark.platform.messaging.Inbox;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Takes answers from their topic, each once. */
public class TakeAnswers {

    private final Inbox inbox;
    private final Connections connections;
    private final FollowAnswers followAnswers;

    TakeAnswers(Inbox inbox, Connections connections, FollowAnswers followAnswers) {
        this.inbox = inbox;
        this.connections = connections;
        this.followAnswers = followAnswers;
    }

    private record Taken(Received<InboundMessage> received, Answer answer) {}

    /** Joins the caller's transaction; answers with what is no answer, or of no connection on record. */
    public Mono<List<Rejected<InboundMessage>>> take(List<Received<InboundMessage>> batch) {
        return inbox.firstTime(InboundListener.ID, batch, InboundMessage::getEventId)
                .flatMap(this::takeNew);
    }

    private Mono<List<Rejected<InboundMessage>>> takeNew(List<Received<InboundMessage>> batch) {
        List<Taken> taken = new ArrayList<>();
        List<Rejected<InboundMessage>> rejected = new ArrayList<>();
        for (Received<InboundMessage> received : batch) {
            switch (AnswerRecords.read(received.value())) {
                case Understanding.Understood(Answer answer) -> taken.add(new Taken(received, answer));
                case Understanding.Unclear(String reason) -> rejected.add(new Rejected<>(received, reason));
                case Understanding.NotForUs() -> {}
            }
        }
        return follow(taken, rejected).thenReturn(rejected);
    }

    private Mono<Void> follow(List<Taken> taken, List<Rejected<InboundMessage>> rejected) {
        return connections
                .areas(taken.stream()
                        .map(one -> one.answer().connectionId())
                        .distinct()
                        .toList())
                .flatMap(known -> followAnswers.follow(known(taken, known, rejected)));
    }

    /** Those of connections on record, in their order; the others are rejected. */
    private static List<Answer> known(
            List<Taken> taken, Map<ConnectionId, AreaPath> known, List<Rejected<InboundMessage>> rejected) {
        taken.stream()
                .filter(one -> !known.containsKey(one.answer().connectionId()))
                .map(one -> new Rejected<>(one.received(), unknown(one.answer().connectionId())))
                .forEach(rejected::add);
        return taken.stream()
                .map(Taken::answer)
                .filter(answer -> known.containsKey(answer.connectionId()))
                .toList();
    }

    private static String unknown(ConnectionId id) {
        return "connectionId: " + id + " (expected: a connection on record)";
    }
}
