package in.sampark.benchmarks.importing;

import in.sampark.infrastructure.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What an import cannot do without, and nothing else: the rows it leaves behind, written from a copied file into empty tables with the
 * service's columns, keys and indexes, in transactions of the service's size, by SQL alone. No row is judged, encrypted, compared with
 * what is on record or announced: digests stand where cipher texts do.
 */
record BareWriting(Database database) {

    private static final String TABLES = """
            drop schema if exists bare cascade;
            create schema bare;
            create table bare.connection (like connection including all);
            create table bare.contact (like contact including all);
            create table bare.contact_number (like contact_number including all);
            create table bare.audit_entry (like audit_entry including all);
            alter table bare.contact add foreign key (connection_id) references bare.connection;
            alter table bare.contact_number add foreign key (connection_id) references bare.contact;
            create table bare.row as
                select row_number() over () as position, 'DVVNL:' || account_no as connection_id, plain.* from plain;
            create index on bare.row (position);
            analyze bare.row;
            """;

    private static final String WRITE = """
            do $$
            begin
              for lowest in 1 .. (select max(position) from bare.row) by 1000 loop
                insert into bare.connection
                       (connection_id, version, discom, account_no, area_path, name, substation, feeder_code, dt_code, category,
                        sanctioned_load_w, billing_mode, meter_no, supply_from, recorded_at, name_words, name_words_key)
                select connection_id, 1, discom, account_no, concat_ws('/', discom, zone, circle, division, sub_division),
                       sha512(name::bytea), substation, feeder_code, dt_code, category, sanctioned_load_kw::bigint * 1000,
                       upper(billing_mode), meter_no, supply_from::date, now(),
                       (select array_agg(hashtextextended(left(word, length), 0))
                          from regexp_split_to_table(name, ' ') as word, generate_series(3, 6) as length), 'key'
                  from bare.row where position between lowest and lowest + 999;
                insert into bare.contact (connection_id, version, language, recorded_at)
                select connection_id, 1, language, now() from bare.row where position between lowest and lowest + 999;
                insert into bare.contact_number
                       (connection_id, number_hash, number, is_primary, claimed_at, hash_key)
                select connection_id, encode(sha256(mobile::bytea), 'hex'), sha512(mobile::bytea), true, now(), 'key'
                  from bare.row where mobile <> '' and position between lowest and lowest + 999;
                insert into bare.audit_entry (at, subject, role, action, connection_id, area_path, detail)
                select now(), 'benchmark', 'integration', 'IMPORTED', connection_id,
                       concat_ws('/', discom, zone, circle, division, sub_division), 'import ' || gen_random_uuid()
                  from bare.row where position between lowest and lowest + 999;
                commit;
              end loop;
            end $$
            """;

    /** Seconds it takes, after {@link BareCopy} has copied the file into the same database. */
    double seconds() throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            long start = System.nanoTime();
            statement.execute(WRITE);
            double seconds = (System.nanoTime() - start) / 1e9;
            statement.execute("drop schema bare cascade; drop table plain");
            return seconds;
        }
    }
}
