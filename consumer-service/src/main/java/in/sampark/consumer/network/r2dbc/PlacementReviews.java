package in.sampark.consumer.network.r2dbc;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.platform.database.Column;
import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Which companies' connections have to be placed anew, and how far that has come. Everything joins the caller's transaction. */
public class PlacementReviews {

    /** PostgreSQL channel that rings when a review is demanded. */
    public static final String CHANNEL = "placement_review";

    /** A walk under way has passed connections that the change may concern: it is walked again. */
    private static final String DEMAND = """
            with demanded as (
              insert into placement_review as held (discom, cursor, again)
              select discom, '', false from unnest($1::text[]) as changed (discom) order by discom
              on conflict (discom) do update set again = held.cursor <> ''
              returning discom)
            select pg_notify('%s', '') from demanded limit 1
            """.formatted(CHANNEL);

    private static final String NEXT = """
            select discom, cursor, again from placement_review order by discom limit 1 for update
            """;

    private static final String PAGE = """
            select connection_id from connection
            where discom = $1 and connection_id > $2
            order by connection_id limit $3
            """;

    private static final String MOVE = "update placement_review set cursor = $2 where discom = $1";

    private static final String AGAIN = "update placement_review set cursor = '', again = false where discom = $1";

    private static final String END = "delete from placement_review where discom = $1";

    private static final String COUNT = "select count(*) from placement_review";

    /**
     * A walk through a company's connections.
     *
     * @param cursor the last connection placed
     * @param again whether the network has changed since it began
     */
    public record Review(String discom, String cursor, boolean again) {}

    private final DatabaseClient database;

    public PlacementReviews(DatabaseClient database) {
        this.database = database;
    }

    /** Has the companies' connections placed anew. */
    public Mono<Void> demand(Collection<String> discoms) {
        return discoms.isEmpty()
                ? Mono.empty()
                : database.sql(DEMAND)
                        .bind("$1", discoms.toArray(String[]::new))
                        .then();
    }

    /** A walk to go on with; nobody else's, nor to be demanded anew, until the transaction ends. */
    public Mono<Review> next() {
        return database.sql(NEXT)
                .map(row -> new Review(
                        Column.of(row, "discom", String.class),
                        Column.of(row, "cursor", String.class),
                        Column.of(row, "again", Boolean.class)))
                .one();
    }

    /** The connections that follow, in the order of their ids. */
    public Mono<List<ConnectionId>> page(Review review, int limit) {
        return database.sql(PAGE)
                .bind("$1", review.discom())
                .bind("$2", review.cursor())
                .bind("$3", limit)
                .map(row -> ConnectionId.of(Column.of(row, 0, String.class)))
                .all()
                .collectList();
    }

    public Mono<Void> move(Review review, ConnectionId last) {
        return database.sql(MOVE)
                .bind("$1", review.discom())
                .bind("$2", last.toString())
                .then();
    }

    /** There is nobody left; walks again if something has changed meanwhile. */
    public Mono<Void> end(Review review) {
        return database.sql(review.again() ? AGAIN : END)
                .bind("$1", review.discom())
                .then();
    }

    /** How many walks are under way. */
    public Mono<Long> count() {
        return database.sql(COUNT).map(row -> Column.of(row, 0, Long.class)).one();
    }
}
