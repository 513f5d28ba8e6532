package in.sampark.meter.recharge;

import in.sampark.meter.recharge.domain.Arrears;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What recharges have to be for so much of them to reach the balance, of connections that owe arrears. */
public final class ArrearsOfRecharges {

    private final Payments payments;
    private final Arrears arrears;

    ArrearsOfRecharges(Payments payments, Arrears arrears) {
        this.payments = payments;
        this.arrears = arrears;
    }

    /** What connections owe in arrears; who owes none may be left out. */
    public Mono<Map<String, Long>> of(Collection<String> connectionIds) {
        return connectionIds.isEmpty() ? Mono.just(Map.of()) : payments.arrears(connectionIds);
    }

    /** The least recharge of which so much reaches the balance. */
    public long recharge(String discom, long paise, long arrearsPaise) {
        return arrears.leaving(discom, paise, arrearsPaise);
    }
}
