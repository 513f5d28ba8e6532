package in.sampark.notification.plan.messaging;

import in.sampark.contract.Topics;
import in.sampark.contract.meter.Balance;
import in.sampark.notification.plan.TellBalances;
import in.sampark.notification.plan.domain.Posted;
import in.sampark.platform.messaging.BatchListener;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import reactor.core.publisher.Mono;

/** Balances as days are posted, for those who asked to be told. */
public class BalanceListener {

    static final String ID = "notification-service.balances";

    private final BatchListener<Balance> batches;
    private final TellBalances tellBalances;

    public BalanceListener(Batches batches, TellBalances tellBalances) {
        this.batches = batches.of(ID, Topics.BALANCES, this::tell);
        this.tellBalances = tellBalances;
    }

    @KafkaListener(id = ID, topics = Topics.Name.BALANCES)
    void on(List<ConsumerRecord<byte[], byte[]>> batch) {
        batches.handle(batch);
    }

    private Mono<List<Rejected<Balance>>> tell(List<Received<Balance>> batch) {
        return tellBalances
                .tell(batch.stream()
                        .flatMap(received -> Stream.ofNullable(received.payload()))
                        .flatMap(BalanceListener::posted)
                        .toList())
                .thenReturn(List.of());
    }

    private static Stream<Posted> posted(Balance balance) {
        LocalDate through = balance.getPostedThrough();
        return through == null
                ? Stream.empty()
                : Stream.of(new Posted(
                        balance.getEventId(),
                        balance.getOccurredAt(),
                        balance.getDiscom(),
                        balance.getConnectionId(),
                        through,
                        balance.getAvailablePaise()));
    }
}
