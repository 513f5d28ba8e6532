package in.sampark.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.connection.ConnectionsWanted;
import in.sampark.consumer.connection.Place;
import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.BillingMode;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.connection.domain.ConsumerName;
import in.sampark.consumer.connection.domain.FeedingPoint;
import in.sampark.consumer.connection.domain.NameWords;
import in.sampark.consumer.connection.domain.RecordedConnection;
import in.sampark.consumer.connection.domain.SupplyPeriod;
import in.sampark.consumer.connection.r2dbc.EncryptedNames;
import in.sampark.consumer.connection.r2dbc.R2dbcConnections;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.Language;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.consumer.contact.r2dbc.EncryptedNumbers;
import in.sampark.consumer.contact.r2dbc.R2dbcContacts;
import in.sampark.consumer.importing.domain.ChunkReading;
import in.sampark.consumer.importing.domain.CoveredArea;
import in.sampark.consumer.importing.domain.DeclaredConnection;
import in.sampark.consumer.importing.domain.ImportJob;
import in.sampark.consumer.importing.domain.RowReading.Good;
import in.sampark.consumer.importing.r2dbc.EncryptedChunks;
import in.sampark.consumer.importing.r2dbc.R2dbcImportJobs;
import in.sampark.consumer.importing.r2dbc.R2dbcRowErrors;
import in.sampark.consumer.importing.r2dbc.R2dbcStagedRows;
import in.sampark.consumer.selfservice.domain.LastRecharge;
import in.sampark.consumer.selfservice.r2dbc.AgingProofs;
import in.sampark.consumer.selfservice.r2dbc.R2dbcRechargeReferences;
import in.sampark.platform.crypto.FieldCipher;
import in.sampark.platform.crypto.KeySettings;
import in.sampark.platform.crypto.KeyedHash;
import in.sampark.platform.rotation.EncryptedRows;
import in.sampark.platform.rotation.EncryptedRows.Renewed;
import in.sampark.platform.test.Rotation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Keys rotate while everything stays readable and can be found. */
@ConsumerTest
class RotationTest {

    private static final ConnectionId ONE = ConnectionId.of("DVVNL:7800000001");
    private static final String MOBILE = "+919897080001";
    private static final int ROWS = 7;
    private static final int PAGE = 3;

    /** A walk renews what other tests left, too. */
    private static final int LARGE_PAGE = 1000;

    private static int imports;

    @Autowired
    private ConsumerApi api;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator transaction;

    @Autowired
    private KeySettings keys;

    private Rotation field;
    private Rotation hash;

    /** Each time another file, for the same again would be no import. */
    @BeforeEach
    void imported() {
        imports++;
        api.imported(Row.file(IntStream.rangeClosed(1, ROWS)
                .mapToObj(n -> Row.of("780000000" + n).mobile("989708000" + n).load("2." + imports))
                .toArray(Row[]::new)));
        field = Rotation.of(keys.field());
        hash = Rotation.of(keys.hash());
    }

    /** Other tests know the old keys only. */
    @AfterEach
    void back() {
        new Service(field.back(), hash.back()).renewAll();
    }

    @Test
    void duringARotationWhatWasWrittenBeforeIsReadAndFound() {
        Service during = new Service(field.during(), hash.during());

        assertThat(during.name(ONE)).isEqualTo("Asha Devi");
        assertThat(during.number(ONE)).isEqualTo(MOBILE);
        assertThat(during.findByNumber(MOBILE)).containsExactly(ONE.toString());
        assertThat(during.findByName("asha")).containsExactly(ONE.toString());
        assertThat(during.outdated()).isGreaterThanOrEqualTo(2 * ROWS);
    }

    @Test
    void afterTheRenewalTheOldKeysAreNotNeeded() {
        Service during = new Service(field.during(), hash.during());

        during.renewAll();

        assertThat(during.outdated()).isZero();
        Service after = new Service(field.after(), hash.after());
        assertThat(after.name(ONE)).isEqualTo("Asha Devi");
        assertThat(after.number(ONE)).isEqualTo(MOBILE);
        assertThat(after.findByNumber(MOBILE)).containsExactly(ONE.toString());
        assertThat(after.findByName("asha")).containsExactly(ONE.toString());
        assertThat(after.outdated()).isZero();
    }

    @Test
    void aRenewalChangesNothingElse() {
        Contact contact = new Service(field.before(), hash.before()).contact(ONE);

        new Service(field.during(), hash.during()).renewAll();

        assertThat(new Service(field.after(), hash.after()).contact(ONE)).isEqualTo(contact);
    }

    @Test
    void rowsThatWaitToBeTakenFollowTheRotation() {
        var jobs = new R2dbcImportJobs(database, transaction);
        ImportJob job = ImportJob.begun(
                UUID.randomUUID(), "test", "integration", null, "DVVNL", new CoveredArea("DVVNL"), Instant.EPOCH);
        jobs.begin(job).block();
        try {
            List<Good> rows = List.of(
                    new Good(2, new DeclaredConnection(connection(), Language.HINDI, new MobileNumber(MOBILE))));
            for (int chunk = 0; chunk < PAGE; chunk++) {
                staged(field.before())
                        .stage(job.id(), chunk, new ChunkReading(rows, List.of(), 0))
                        .block();
            }
            Service during = new Service(field.during(), hash.during());

            during.renewAll();

            assertThat(during.outdated()).isZero();
            for (int chunk = 0; chunk < PAGE; chunk++) {
                assertThat(staged(field.after()).lock(job.id(), chunk).block().rows())
                        .isEqualTo(rows);
            }
        } finally {
            jobs.fail(job.id(), "test", Instant.EPOCH).block();
        }
    }

    @Test
    void whatCannotBeHashedAnewIsWaitedFor() {
        KeyedHash old = KeyedHash.of(hash.before());
        var references = new R2dbcRechargeReferences(database);
        references
                .take(List.of(new LastRecharge(ONE, old.key() + ":" + old.hex("x"), Instant.EPOCH)))
                .block();
        EncryptedRows during = AgingProofs.references(database, KeyedHash.of(hash.during()));
        EncryptedRows before = AgingProofs.references(database, old);
        long others = before.outdated().block();

        assertThat(during.renew("", PAGE).block()).isEqualTo(new Renewed(null, 0));
        assertThat(during.outdated().block()).isPositive();
        assertThat(others).isZero();

        references.forget(Instant.EPOCH.plusSeconds(1)).block();

        assertThat(references.find(ONE).blockOptional()).isEmpty();
    }

    @Test
    void whatNoKeyReadsIsLeftAndShown() {
        Service during = new Service(field.during(), hash.during());
        during.renewAll();
        database.sql("update contact_number set number = '\\x0102030405060708' where connection_id = :id")
                .bind("id", ONE.toString())
                .then()
                .block();
        try {
            during.renewAll();

            assertThat(during.outdated()).isEqualTo(1);
        } finally {
            database.sql("delete from contact_number where connection_id = :id")
                    .bind("id", ONE.toString())
                    .then()
                    .block();
            database.sql("delete from contact where connection_id = :id")
                    .bind("id", ONE.toString())
                    .then()
                    .block();
        }
    }

    @Test
    void someRowsAreRenewedAtATime() {
        EncryptedRows names = new Service(field.during(), hash.during()).rows.getFirst();

        Renewed first = names.renew("", PAGE).block();

        assertThat(first.renewed()).isEqualTo(PAGE);
        assertThat(first.last()).isNotNull();
        assertThat(names.renew(first.last(), 100_000).block().last()).isNull();
    }

    private R2dbcStagedRows staged(String fieldKeys) {
        return new R2dbcStagedRows(database, FieldCipher.of(fieldKeys), new R2dbcRowErrors(database));
    }

    private static Connection connection() {
        return new Connection(
                ONE,
                AreaPath.of("DVVNL", "AGRA", "MATHURA", "D1", "SD1"),
                new ConsumerName("Asha Devi"),
                new FeedingPoint("SS", "F", "DT"),
                "LMV-1",
                2000,
                BillingMode.PREPAID,
                null,
                new SupplyPeriod(LocalDate.of(2019, 5, 1), null));
    }

    /** An instance with keys of its own. */
    private final class Service {

        final List<EncryptedRows> rows;
        private final R2dbcConnections connections;
        private final R2dbcContacts contacts;
        private final KeyedHash keyedHash;

        Service(String fieldKeys, String hashKeys) {
            FieldCipher cipher = FieldCipher.of(fieldKeys);
            this.keyedHash = KeyedHash.of(hashKeys);
            this.rows = List.of(
                    EncryptedNames.of(database, transaction, cipher, keyedHash),
                    EncryptedNumbers.of(database, transaction, cipher, keyedHash),
                    new EncryptedChunks(database, transaction, cipher));
            this.connections = new R2dbcConnections(database, cipher, keyedHash);
            this.contacts = new R2dbcContacts(database, cipher, keyedHash);
        }

        void renewAll() {
            rows.forEach(table -> {
                Optional<String> after = Optional.of("");
                while (after.isPresent()) {
                    after = Optional.ofNullable(
                            table.renew(after.get(), LARGE_PAGE).block().last());
                }
            });
        }

        long outdated() {
            return rows.stream().mapToLong(table -> table.outdated().block()).sum();
        }

        String name(ConnectionId id) {
            RecordedConnection found = connections.find(id).block();
            return found.connection().name().text();
        }

        Contact contact(ConnectionId id) {
            return contacts.find(id).block();
        }

        String number(ConnectionId id) {
            return contact(id).primary().orElseThrow().number().e164();
        }

        List<String> findByNumber(String number) {
            return contacts.holding(new MobileNumber(number)).block().stream()
                    .map(ConnectionId::toString)
                    .toList();
        }

        List<String> findByName(String name) {
            var wanted = new ConnectionsWanted("DVVNL", Optional.of(List.of(ONE)), Optional.of(NameWords.of(name)));
            return connections.search(wanted, Place.START, 10).block().stream()
                    .map(found -> found.connection().id().toString())
                    .toList();
        }
    }
}
