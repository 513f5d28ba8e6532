package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import in.sampark.contract.Topics;
import in.sampark.contract.consumer.BillingMode;
import in.sampark.contract.consumer.Connection;
import in.sampark.meter.balance.Accounts;
import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.LastRecharge;
import in.sampark.meter.balance.domain.Midnight;
import in.sampark.meter.bill.domain.BillBook;
import in.sampark.meter.bill.domain.Dues;
import in.sampark.meter.bill.domain.Followed;
import in.sampark.meter.bill.r2dbc.R2dbcBillBooks;
import in.sampark.meter.connection.ProjectConnections;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.test.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a connection owes is written by whoever changes the connection, its account or its bills: in one order, so that nobody waits in a circle. */
@MeterServiceTest
class LockOrderTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final Instant NOON = Midnight.starting(FIRST).plus(Duration.ofHours(12));

    @Autowired
    TestTopics topics;

    @Autowired
    TimeOfDay.Settable clock;

    @Autowired
    Observer service;

    @Autowired
    ProjectConnections projectConnections;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    DatabaseClient database;

    @Test
    void whoChangesAConnectionHoldsNothingOfItBeforeItsAccount() throws Exception {
        String id = connect("DVVNL:7234000001");
        Connection postpaid = Connection.newBuilder(Sent.connection(id, 2, FIRST, FIRST.plusDays(29)))
                .setBillingMode(BillingMode.POSTPAID)
                .build();
        CompletableFuture<?> projected = whileHolding(
                "select from account where connection_id = '" + id + "' for update",
                projectConnections.project(
                        List.of(new Received<>(Topics.Name.CONNECTIONS, 0, 10_000, id, NOON, postpaid))),
                () -> assertThatCode(() -> takeDebt(id)).doesNotThrowAnyException());

        assertThat(projected.get()).isEqualTo(List.of());
    }

    @Test
    void whatConnectionsOweIsWrittenInTheOrderOfTheirIdsWithTheirAccounts() throws Exception {
        String first = connect("DVVNL:7234000002");
        String last = connect("DVVNL:7234000003");
        Mono<Void> saved =
                accounts.lock(List.of(first, last)).flatMap(locked -> accounts.save(inDebt(locked, last, first)));

        whileHolding(debtOf(last), inArrayOrder(saved), () -> assertTaken(first))
                .get();
    }

    @Test
    void whatConnectionsOweIsWrittenInTheOrderOfTheirIdsWithTheirBills() throws Exception {
        String first = connect("DVVNL:7234000004");
        String last = connect("DVVNL:7234000005");
        R2dbcBillBooks books = new R2dbcBillBooks(database);
        Mono<Void> saved = books.lock(List.of(first, last)).flatMap(locked -> books.save(overdue(locked, last, first)));

        whileHolding(debtOf(last), inArrayOrder(saved), () -> assertTaken(first))
                .get();
    }

    /** Starts work that comes to want what is held, and looks, while it waits, at what it holds itself. */
    private <T> CompletableFuture<T> whileHolding(String sql, Mono<T> work, Runnable look) {
        CompletableFuture<T> done = new CompletableFuture<>();
        AtomicInteger worker = new AtomicInteger();
        Mono<T> begun = backend().doOnNext(worker::set).then(work);
        Function<Integer, Mono<Boolean>> looked = holder -> Mono.fromCallable(() -> {
                    done.completeAsync(
                            () -> begun.as(transaction::transactional).block());
                    await().until(() -> waits(worker.get(), holder));
                    look.run();
                    return true;
                })
                .subscribeOn(Schedulers.boundedElastic());
        database.sql(sql)
                .fetch()
                .rowsUpdated()
                .then(backend())
                .flatMap(looked)
                .as(transaction::transactional)
                .block();
        return done;
    }

    private Mono<Integer> backend() {
        return database.sql("select pg_backend_pid()").mapValue(Integer.class).one();
    }

    /** As with tables of a million rows, where statements find the rows of a batch one by one. */
    private <T> Mono<T> inArrayOrder(Mono<T> work) {
        return Mono.from(database.sql("set local enable_hashjoin = off").then())
                .then(database.sql("set local enable_mergejoin = off").then())
                .then(database.sql("set local enable_seqscan = off").then())
                .then(work);
    }

    private void assertTaken(String id) {
        assertThatThrownBy(() -> takeDebt(id)).hasMessageContaining("could not obtain lock");
    }

    private void takeDebt(String id) {
        database.sql(debtOf(id) + " nowait")
                .fetch()
                .rowsUpdated()
                .as(transaction::transactional)
                .block();
    }

    private static String debtOf(String id) {
        return "select from debt where connection_id = '" + id + "' for update";
    }

    private boolean waits(int backend, int holder) {
        return "true".equals(service.text("select (" + holder + " = any(pg_blocking_pids(" + backend + ")))::text"));
    }

    private static List<Account> inDebt(Map<String, Account> locked, String... ids) {
        return Stream.of(ids)
                .map(locked::get)
                .map(account -> Books.SHIPPED
                        .takeBack(account, new LastRecharge("none", 100, NOON), 0, null, NOON, null)
                        .account())
                .toList();
    }

    private static List<Followed> overdue(Map<String, BillBook> locked, String... ids) {
        Dues dues = new Dues(10_000, 0, 10_000, FIRST, null);
        return Stream.of(ids)
                .map(locked::get)
                .map(book -> new Followed(book, book, dues, List.of()))
                .toList();
    }

    private String connect(String id) {
        clock.set(NOON);
        topics.send(Topics.CONNECTIONS, Sent.connection(id, FIRST, FIRST.plusDays(29)));
        service.awaitSettled();
        return id;
    }
}
