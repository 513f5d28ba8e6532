package in.sampark.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import in.sampark.platform.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Partitions come and go without keeping those waiting who use the others. */
class DayPartitionsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private static TestDatabase database;

    private final DayPartitions partitions = new DayPartitions(client(), "kept", "day", 7, Function.identity(), "");

    @BeforeAll
    static void makeTable() {
        database = TestDatabase.named("partitions");
        run("create table kept (day date primary key) partition by range (day)");
        run("create table kept_default partition of kept default");
    }

    @BeforeEach
    void aPartition() {
        run("drop table if exists kept_20261102, kept_20261109");
        assertThat(step(partitions.add(FIRST))).isTrue();
    }

    @Test
    void whileSomebodyReadsForLongOneIsNotDroppedAndNobodyWaitsForIt() {
        assertThat(whileSomebodyReads(partitions.drop(FIRST))).isFalse();
        assertThat(partitions.present().block()).containsExactly(FIRST);

        assertThat(step(partitions.drop(FIRST))).isTrue();
        assertThat(partitions.present().block()).isEmpty();
    }

    @Test
    void whileSomebodyReadsForLongNoneIsAddedAndNobodyWaitsForIt() {
        LocalDate next = FIRST.plusDays(7);
        run("insert into kept values ('2026-11-10')");

        assertThat(whileSomebodyReads(partitions.add(next))).isFalse();
        assertThat(partitions.present().block()).containsExactly(FIRST);

        assertThat(step(partitions.add(next))).isTrue();
        assertThat(partitions.present().block()).containsExactly(FIRST, next);
        run("delete from kept");
    }

    @Test
    void whoAsksWhileRowsMoveIntoANewPartitionSeesThemAll() {
        run("insert into kept values ('2026-11-10')");
        Sinks.Empty<Void> moved = Sinks.empty();
        Sinks.Empty<Void> over = Sinks.empty();
        CompletableFuture<Void> adding = partitions
                .add(FIRST.plusDays(7))
                .then(Mono.fromRunnable(moved::tryEmitEmpty))
                .then(over.asMono())
                .as(database.transaction()::transactional)
                .toFuture();
        moved.asMono().block(AT_MOST);

        CompletableFuture<Long> seen = client().sql("select count(*) as rows from kept")
                .map(row -> Column.of(row, "rows", Long.class))
                .one()
                .toFuture();
        await().atMost(AT_MOST).until(DayPartitionsTest::somebodyWaits);
        over.tryEmitEmpty();

        assertThat(seen).succeedsWithin(AT_MOST).isEqualTo(1L);
        assertThat(adding).succeedsWithin(AT_MOST);
        run("delete from kept");
    }

    private static boolean somebodyWaits() {
        return Boolean.TRUE.equals(client().sql("""
                        select exists (select from pg_stat_activity
                                       where datname = current_database() and pg_blocking_pids(pid) <> '{}') as waits
                        """)
                .map(row -> Column.of(row, "waits", Boolean.class))
                .one()
                .block(AT_MOST));
    }

    private static Boolean whileSomebodyReads(Mono<Void> change) {
        Sinks.Empty<Void> read = Sinks.empty();
        Sinks.Empty<Void> over = Sinks.empty();
        client().sql("select count(*) from kept")
                .fetch()
                .one()
                .doOnNext(row -> read.tryEmitEmpty())
                .then(over.asMono())
                .as(database.transaction()::transactional)
                .subscribe();
        read.asMono().block(AT_MOST);
        try {
            return step(change);
        } finally {
            over.tryEmitEmpty();
        }
    }

    private static Boolean step(Mono<Void> change) {
        return DayPartitions.patiently(change.thenReturn(true).as(database.transaction()::transactional))
                .block(AT_MOST);
    }

    private static void run(String sql) {
        client().sql(sql).then().block(AT_MOST);
    }

    private static DatabaseClient client() {
        return database.client();
    }
}
