package in.sampark.consumer.network;

import in.sampark.consumer.network.r2dbc.PlacementReviews;
import in.sampark.platform.settled.Unsettled;
import reactor.core.publisher.Mono;

/** Companies whose connections are being placed anew. */
record PlacementBacklog(PlacementReviews reviews) implements Unsettled {

    @Override
    public String what() {
        return "companies whose connections are placed anew";
    }

    @Override
    public Mono<Long> count() {
        return reviews.count();
    }
}
