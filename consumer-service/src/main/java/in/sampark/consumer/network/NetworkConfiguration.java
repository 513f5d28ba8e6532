package in.sampark.consumer.network;

import in.sampark.consumer.audit.AuditTrail;
import in.sampark.consumer.connection.NoteChanges;
import in.sampark.consumer.connection.Places;
import in.sampark.consumer.connection.RecordConnections;
import in.sampark.consumer.network.messaging.NetworkListener;
import in.sampark.consumer.network.r2dbc.FindingSearch;
import in.sampark.consumer.network.r2dbc.NodeTable;
import in.sampark.consumer.network.r2dbc.PlacementReviews;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import in.sampark.platform.messaging.Batches;
import in.sampark.platform.messaging.Inbox;
import in.sampark.platform.settled.Unsettled;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
class NetworkConfiguration {

    /** A review rings when it is demanded; this is for a ring that was missed. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    @Bean
    Nodes nodes(DatabaseClient database) {
        return new NodeTable(database);
    }

    @Bean
    Findings findings(DatabaseClient database) {
        return new FindingSearch(database);
    }

    @Bean
    PlacementReviews placementReviews(DatabaseClient database) {
        return new PlacementReviews(database);
    }

    @Bean
    Places places(Nodes nodes) {
        return new PlaceConnections(nodes);
    }

    @Bean
    RecordNodes recordNodes(Nodes nodes, PlacementReviews reviews, AuditTrail trail, Clock clock) {
        return new RecordNodes(nodes, reviews, trail, clock);
    }

    @Bean
    ImportNodes importNodes(RecordNodes recordNodes, TransactionalOperator transaction) {
        return new ImportNodes(recordNodes, transaction);
    }

    @Bean
    NetworkListener networkListener(Batches batches, Inbox inbox, RecordNodes recordNodes) {
        return new NetworkListener(batches, new TakeNodes(inbox, recordNodes));
    }

    @Bean
    LeaderLoop placementReview(
            Nodes nodes,
            PlacementReviews reviews,
            RecordConnections recordConnections,
            NoteChanges noteChanges,
            TransactionalOperator transaction,
            DatabaseLeadership leadership) {
        ReviewPlacement review = new ReviewPlacement(nodes, reviews, recordConnections, noteChanges, transaction);
        return new LeaderLoop(
                "placement review", PlacementReviews.CHANNEL, BETWEEN_LOOKS, review::reviewPage, leadership);
    }

    @Bean
    Unsettled placementBacklog(PlacementReviews reviews) {
        return new PlacementBacklog(reviews);
    }
}
