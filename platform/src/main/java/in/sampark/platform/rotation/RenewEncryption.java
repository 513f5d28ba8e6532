package in.sampark.platform.rotation;

import in.sampark.platform.rotation.EncryptedRows.Renewed;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Walks all rows page by page and brings those to the primary key that are not, until a walk finds none: instances still on the old
 * key may have written behind the walk's back.
 */
final class RenewEncryption {

    private static final Logger log = LoggerFactory.getLogger(RenewEncryption.class);
    private static final int PAGE = 2000;

    private final List<EncryptedRows> all;
    private Place place = Place.START;

    RenewEncryption(List<EncryptedRows> all) {
        this.all = List.copyOf(all);
    }

    /** @param table index of the rows @param after cursor within them @param renewed rows of this walk so far */
    private record Place(int table, String after, long renewed) {

        static final Place START = new Place(0, "", 0);

        Place then(Renewed page) {
            return Optional.ofNullable(page.last())
                    .map(last -> new Place(table, last, renewed + page.renewed()))
                    .orElseGet(() -> new Place(table + 1, "", renewed + page.renewed()));
        }
    }

    /** One page; says whether there may be more. */
    Mono<Boolean> step() {
        if (place.table() >= all.size()) {
            return Mono.just(walkAgain());
        }
        return all.get(place.table()).renew(place.after(), PAGE).map(page -> {
            place = place.then(page);
            return true;
        });
    }

    private boolean walkAgain() {
        long renewed = place.renewed();
        place = Place.START;
        if (renewed > 0) {
            log.info("{} rows brought to the primary key", renewed);
        }
        return renewed > 0;
    }
}
