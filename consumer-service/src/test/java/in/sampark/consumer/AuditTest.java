package in.sampark.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import in.sampark.consumer.ConsumerApi.Challenge;
import in.sampark.consumer.audit.Actor;
import in.sampark.consumer.audit.AuditAction;
import in.sampark.consumer.audit.AuditEntries;
import in.sampark.consumer.audit.AuditEntry;
import in.sampark.consumer.audit.AuditTrail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Who did what is noted, can be read by those who supervise, and cannot be changed. */
@ConsumerTest
class AuditTest {

    @Autowired
    private ConsumerApi api;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private AuditEntries entries;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TestClock clock;

    record EntryView(
            Instant at,
            String subject,
            String role,
            AuditAction action,
            String connectionId,
            String areaPath,
            @Nullable String address,
            @Nullable String detail) {}

    record PageView(List<EntryView> entries, @Nullable String cursor) {}

    @Test
    void whoImportsSendsAndVerifiesIsNotedWithRoleAndAddress() {
        Row row = Row.of("7700000001").mobile("9897070001");
        api.imported(Row.file(row));
        api.imported(Row.file(row));
        Challenge challenge = api.challenge(row.connectionId(), "9897070002");
        api.verify(challenge.challengeId(), api.wrongCode(challenge));
        api.verify(challenge.challengeId(), api.code(challenge)).expectStatus().isOk();

        assertThat(page("connection=" + row.connectionId()).entries())
                .allSatisfy(entry -> assertThat(entry.address()).isEqualTo("127.0.0.1"))
                .allSatisfy(entry -> assertThat(entry.areaPath()).startsWith(ConsumerApi.MATHURA))
                .extracting(entry -> entry.action() + " by " + entry.subject() + " as " + entry.role())
                .containsExactly(
                        "NUMBER_VERIFIED by test-officer as officer",
                        "CODE_WRONG by test-officer as officer",
                        "CODE_SENT by test-officer as officer",
                        "IMPORTED by test-integration as integration");
    }

    @Test
    void numbersInFullAreShownToThoseWhoSayWhatForAndThatIsNoted() {
        Row row = Row.of("7700000060").mobile("9897070060");
        api.imported(Row.file(row));
        String numbers = "connections/" + row.connectionId() + "/contact/numbers";

        api.get(numbers + "?purpose=visit", "officer", ConsumerApi.MATHURA)
                .expectBody()
                .jsonPath("$.numbers[0].number")
                .isEqualTo("+919897070060");
        api.get(numbers, "officer", ConsumerApi.MATHURA).expectStatus().isBadRequest();
        api.get(numbers + "?purpose=curiosity", "officer", ConsumerApi.MATHURA)
                .expectStatus()
                .isBadRequest();
        api.get(numbers + "?purpose=visit", "helpdesk", ConsumerApi.MATHURA)
                .expectStatus()
                .isForbidden();
        api.get(numbers + "?purpose=visit", "officer", ConsumerApi.ALIGARH)
                .expectStatus()
                .isNotFound();

        assertThat(page("connection=" + row.connectionId()).entries())
                .filteredOn(entry -> entry.action() == AuditAction.NUMBERS_READ)
                .singleElement()
                .satisfies(entry -> assertThat(entry.subject()).isEqualTo("test-officer"))
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo("purpose: VISIT"));
    }

    @Test
    void whatSomebodyDidIsReadPageByPage() {
        note("someone", "DVVNL:7700000010", IntStream.range(0, 5));

        PageView first = page("officer=someone&limit=2");
        PageView second = page("officer=someone&limit=2&cursor=" + first.cursor());
        PageView third = page("officer=someone&limit=2&cursor=" + second.cursor());

        assertThat(List.of(first, second, third))
                .flatExtracting(PageView::entries)
                .extracting(EntryView::detail)
                .containsExactly("4", "3", "2", "1", "0");
        assertThat(third.cursor()).isNull();
    }

    @Test
    void entriesOfAnotherAreaAreNotShown() {
        note("somebody else", "DVVNL:7700000020", IntStream.range(0, 1));

        assertThat(ConsumerApi.body(
                                api.get("audit?officer=somebody else", "supervisor", ConsumerApi.ALIGARH),
                                PageView.class)
                        .entries())
                .isEmpty();
        assertThat(ConsumerApi.body(
                                api.get("audit?officer=somebody else", "supervisor", ConsumerApi.MATHURA + "/MATHURA"),
                                PageView.class)
                        .entries())
                .as("an area whose name begins alike")
                .isEmpty();
        assertThat(page("officer=somebody else").entries()).hasSize(1);
    }

    @Test
    void onlyThoseWhoSuperviseMayAsk() {
        api.get("audit?officer=x", "officer", ConsumerApi.MATHURA)
                .expectStatus()
                .isForbidden();
        api.get("audit?officer=x", "ops", "DVVNL").expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "officer=a&connection=b",
                "officer=a&limit=0",
                "officer=a&cursor=MQoy",
                "officer=a&cursor=%21"
            })
    void aQuestionThatCannotBeAnsweredIsRefused(String question) {
        api.get("audit?" + question, "supervisor", ConsumerApi.MATHURA)
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void whatIsRolledBackIsNotNoted() {
        AuditEntry entry = AuditEntry.by(
                new Actor("unlucky", "officer"), AuditAction.CODE_SENT, "DVVNL:7700000030", ConsumerApi.MATHURA);

        assertThatThrownBy(() -> trail.note(entry)
                        .then(database.sql("select 1 / 0").then())
                        .as(transaction::transactional)
                        .block())
                .isInstanceOf(RuntimeException.class);

        assertThat(page("officer=unlucky").entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update audit_entry set subject = 'nobody'", "delete from audit_entry", "truncate audit_entry"})
    void entriesCannotBeChanged(String change) {
        note("one who stays", "DVVNL:7700000040", IntStream.range(0, 1));

        assertThatThrownBy(() -> database.sql(change).then().block())
                .hasRootCauseMessage("audit_entry: %s (expected: entries are added only)"
                        .formatted(change.substring(0, change.indexOf(' '))));

        assertThat(page("officer=one who stays").entries()).isNotEmpty();
    }

    @Test
    void onlyEntriesThatAreOldEnoughArePruned() {
        note("long ago", "DVVNL:7700000050", IntStream.range(0, 2));
        clock.advance(Duration.ofMinutes(2));
        Instant between = clock.instant().minusSeconds(60);
        note("lately", "DVVNL:7700000050", IntStream.range(0, 2));

        assertThat(entries.prune(between, 10_000).block()).isGreaterThanOrEqualTo(2);

        assertThat(page("connection=DVVNL:7700000050").entries())
                .extracting(EntryView::subject)
                .containsExactly("lately", "lately");
        assertThatThrownBy(() -> database.sql("delete from audit_entry").then().block())
                .as("pruning opens nothing for others")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void whoeverAsksNoEntryIsPrunedWithinAYear() {
        database.sql("""
                        insert into audit_entry (at, subject, role, action, connection_id, area_path)
                        select now() - age, 'recent', 'officer', 'CODE_SENT', 'DVVNL:7700000060', :area
                          from unnest(array['364 days', '1 hour']::interval[]) as age
                        """).bind("area", ConsumerApi.MATHURA).then().block();

        entries.prune(Instant.now().plus(Duration.ofDays(1)), 10_000).block();

        assertThatThrownBy(() -> database.sql("""
                                with opened as (select set_config('sampark.audit_prune_before', 'infinity', true))
                                delete from audit_entry using opened where subject = 'recent'
                                """).then().block()).isInstanceOf(RuntimeException.class);
        assertThat(page("connection=DVVNL:7700000060").entries())
                .extracting(EntryView::subject)
                .containsExactly("recent", "recent");
    }

    @Test
    void whatNoDatabaseTakesIsRefused() {
        for (String parameter : List.of("connection", "officer", "cursor")) {
            api.get("audit?" + parameter + "=\0", "supervisor", ConsumerApi.MATHURA)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.field")
                    .isEqualTo(parameter);
        }
        api.post(
                        "/api/v1/connections/DVVNL:7700000060/consents",
                        Map.of(
                                "channel", "SMS",
                                "purpose", "SERVICE",
                                "given", true,
                                "source", "CAMP",
                                "wordingVersion", "a\0b"),
                        "officer",
                        ConsumerApi.MATHURA)
                .expectStatus()
                .isBadRequest();
    }

    private void note(String subject, String connectionId, IntStream details) {
        details.mapToObj(detail -> AuditEntry.by(
                                new Actor(subject, "officer"), AuditAction.CODE_SENT, connectionId, ConsumerApi.MATHURA)
                        .with(Integer.toString(detail)))
                .forEach(entry -> trail.note(entry).block());
    }

    private PageView page(String question) {
        return ConsumerApi.body(api.get("audit?" + question, "supervisor", ConsumerApi.MATHURA), PageView.class);
    }
}
