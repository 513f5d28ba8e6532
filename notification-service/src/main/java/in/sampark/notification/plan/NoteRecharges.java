package in.sampark.notification.plan;

import in.sampark.notification.plan.domain.Occurrence;
import in.sampark.notification.plan.r2dbc.RechargeTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Remembers when each connection was last recharged, to know a low-balance notice that is no longer true. */
public class NoteRecharges {

    private final RechargeTable recharges;

    NoteRecharges(RechargeTable recharges) {
        this.recharges = recharges;
    }

    /** Takes note; joins the caller's transaction. */
    public Mono<Void> note(List<Occurrence> recharged) {
        Map<String, Instant> last = new HashMap<>();
        recharged.forEach(one -> last.merge(one.connectionId(), one.at(), (a, b) -> a.isAfter(b) ? a : b));
        return last.isEmpty() ? Mono.empty() : recharges.note(last);
    }
}
