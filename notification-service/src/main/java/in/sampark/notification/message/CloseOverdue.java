package in.sampark.notification.message;

import in.sampark.notification.message.domain.NamedUuid;
import in.sampark.notification.message.r2dbc.OverdueMessages;
import in.sampark.notification.message.r2dbc.PlannedMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Walks through messages and ends those of which nothing more is to be heard, so that each comes to a final state. */
final class CloseOverdue {

    private static final int PAGE = 10_000;

    /** Whatever is told is over by then. */
    private static final Duration LOOKED_BACK = Duration.ofDays(60);

    /** Lanes keep what they carry for a day. */
    private static final Duration ON_LANES = Duration.ofDays(1);

    private final OverdueMessages messages;
    private final PlannedMessages planned;
    private final AnnounceMessages announce;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Duration receiptWithin;

    private @Nullable UUID behind;

    CloseOverdue(
            OverdueMessages messages,
            PlannedMessages planned,
            AnnounceMessages announce,
            TransactionalOperator transaction,
            Clock clock,
            Duration receiptWithin) {
        this.messages = messages;
        this.planned = planned;
        this.announce = announce;
        this.transaction = transaction;
        this.clock = clock;
        this.receiptWithin = receiptWithin;
    }

    /** Looks through a page and answers whether there is another. The last one's end is the beginning of the next walk. */
    Mono<Boolean> step() {
        Instant now = clock.instant();
        UUID from = behind == null ? NamedUuid.earliest(now.minus(LOOKED_BACK)) : behind;
        return messages.pageEnd(from, PAGE)
                .flatMap(end -> messages.close(from, end, now, receiptWithin, ON_LANES)
                        .flatMap(announce::steps)
                        .thenReturn(end))
                .as(transaction::transactional)
                .flatMap(end -> goOn(end, now));
    }

    private Mono<Boolean> goOn(UUID end, Instant now) {
        boolean last = OverdueMessages.isLast(end);
        behind = last ? null : end;
        return last ? planned.fold(now).thenReturn(false) : Mono.just(true);
    }
}
