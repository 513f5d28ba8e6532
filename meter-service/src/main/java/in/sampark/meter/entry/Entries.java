package in.sampark.meter.entry;

import in.sampark.meter.entry.domain.BookEntry;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** The entries booked. All methods join the caller's transaction; the connections' accounts are locked. */
public interface Entries {

    /** Those under one of the ids, and the opening balances of the connections. */
    Mono<List<BookEntry>> known(Collection<BookEntry.Id> ids, Collection<String> connectionIds);

    /** Adds entries. One that is there already fails the transaction. */
    Mono<Void> add(List<BookEntry> entries);
}
