package in.sampark.consumer.network;

import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.connection.NoteChanges;
import in.sampark.consumer.connection.RecordConnections;
import in.sampark.consumer.network.r2dbc.PlacementReviews;
import in.sampark.consumer.network.r2dbc.PlacementReviews.Review;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Walks a company's connections when its network has changed, and records those that belong elsewhere now. The cursor moves in the
 * transaction of the page, so a walk that was interrupted goes on where it was.
 */
class ReviewPlacement {

    private static final int PAGE = 2000;
    private static final Actor ITSELF = Actor.service("consumer-service.placement-review");

    private final Nodes nodes;
    private final PlacementReviews reviews;
    private final RecordConnections recordConnections;
    private final NoteChanges noteChanges;
    private final TransactionalOperator transaction;

    ReviewPlacement(
            Nodes nodes,
            PlacementReviews reviews,
            RecordConnections recordConnections,
            NoteChanges noteChanges,
            TransactionalOperator transaction) {
        this.nodes = nodes;
        this.reviews = reviews;
        this.recordConnections = recordConnections;
        this.noteChanges = noteChanges;
        this.transaction = transaction;
    }

    /**
     * Reviews a page and answers whether there may be another. The network is kept first, as whoever changes it takes it before demanding a review:
     * in another order the two would wait for each other.
     */
    Mono<Boolean> reviewPage() {
        return nodes.keep()
                .then(Mono.defer(reviews::next))
                .flatMap(review -> reviewPage(review).thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    private Mono<Void> reviewPage(Review review) {
        return reviews.page(review, PAGE)
                .flatMap(ids -> ids.isEmpty()
                        ? reviews.end(review)
                        : recordConnections
                                .recordMoved(ids)
                                .flatMap(moved -> noteChanges.note(ITSELF, AuditAction.PLACED, moved))
                                .then(reviews.move(review, ids.getLast())));
    }
}
