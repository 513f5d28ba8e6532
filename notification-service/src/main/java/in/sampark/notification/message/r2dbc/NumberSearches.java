package in.sampark.notification.message.r2dbc;

import in.sampark.platform.security.Caller;
import in.sampark.platform.web.CallerAddress;
import java.util.List;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** Who looked for the messages to a number: a table that refuses changes, by the wall's clock, as its pruning is. */
public class NumberSearches {

    private static final String NOTE = """
            insert into number_search (at, address, subject, discom, area_path, number_hash) values (now(), $1, $2, $3, $4, $5)
            """;

    private static final String PRUNE = "select prune_number_searches()";

    private final DatabaseClient database;

    public NumberSearches(DatabaseClient database) {
        this.database = database;
    }

    /** Notes a search before what it finds is shown. @param hashes of the number, that of the present key first */
    public Mono<Void> note(Caller caller, List<String> hashes) {
        return Mono.deferContextual(context -> {
            GenericExecuteSpec insert = database.sql(NOTE)
                    .bind("$2", caller.subject())
                    .bind("$3", caller.discom())
                    .bind("$4", caller.areaPath())
                    .bind("$5", hashes.getFirst());
            Optional<String> address = CallerAddress.of(context);
            return (address.isPresent() ? insert.bind("$1", address.get()) : insert.bindNull("$1", String.class))
                    .then();
        });
    }

    /** Forgets searches of more than a year ago. */
    public Mono<Void> prune() {
        return database.sql(PRUNE).then();
    }
}
