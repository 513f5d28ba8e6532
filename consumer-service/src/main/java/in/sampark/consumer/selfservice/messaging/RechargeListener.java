package in.sampark.consumer.selfservice.messaging;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.selfservice.NoteRecharges;
import in.sampark.consumer.selfservice.NoteRecharges.Credited;
import in.sampark.contract.Topics;
import in.sampark.contract.meter.RechargeCredited;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;

/** Takes recharges from their topic. */
public class RechargeListener {

    static final String ID = "consumer-service.recharges";

    private final BatchListener<RechargeCredited> batches;
    private final NoteRecharges noteRecharges;

    public RechargeListener(Batches batches, NoteRecharges noteRecharges) {
        this.batches = batches.of(ID, Topics.RECHARGE_CREDITED, this::note);
        this.noteRecharges = noteRecharges;
    }

    @KafkaListener(id = ID, topics = Topics.Name.RECHARGE_CREDITED)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    private Mono<List<Rejected<RechargeCredited>>> note(List<Received<RechargeCredited>> batch) {
        var credited = new ArrayList<Credited>();
        var rejected = new ArrayList<Rejected<RechargeCredited>>();
        for (Received<RechargeCredited> received : batch) {
            RechargeCredited recharge = received.value();
            ConnectionId.parse(recharge.getConnectionId())
                    .ifPresentOrElse(
                            id -> credited.add(
                                    new Credited(id, recharge.getGatewayTransactionId(), recharge.getOccurredAt())),
                            () -> rejected.add(new Rejected<>(received, noConnection(recharge))));
        }
        return noteRecharges.note(credited).thenReturn(rejected);
    }

    private static String noConnection(RechargeCredited recharge) {
        return "connectionId: " + recharge.getConnectionId() + " (expected: <discom>:<account number>)";
    }
}
