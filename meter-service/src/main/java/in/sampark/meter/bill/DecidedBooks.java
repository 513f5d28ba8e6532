package in.sampark.meter.bill;

import in.sampark.meter.bill.KeepBooks.Changed;
import in.sampark.meter.bill.domain.BillBook;
import in.sampark.meter.bill.domain.Judgement;
import in.sampark.meter.bill.domain.Judgement.NothingNew;
import in.sampark.meter.bill.domain.Judgement.Refused;
import in.sampark.meter.bill.domain.Judgement.Taken;
import in.sampark.platform.messaging.Received;
import in.sampark.platform.messaging.Rejected;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A batch of bills or payments, decided one after the other, each seeing what those before it changed. */
final class DecidedBooks<T> {

    private final Map<String, BillBook> loaded;
    private final Map<String, Changed> changed = new LinkedHashMap<>();
    private final List<Rejected<T>> rejected = new ArrayList<>();

    DecidedBooks(Map<String, BillBook> loaded) {
        this.loaded = new HashMap<>(loaded);
    }

    /** The connection's book as it stands by now; null when the connection is not known. */
    @Nullable
    BillBook book(String connectionId) {
        Changed by = changed.get(connectionId);
        return by == null ? loaded.get(connectionId) : by.after();
    }

    /** Whether what was judged counts. */
    boolean take(Received<T> received, String eventId, Judgement judgement) {
        return switch (judgement) {
            case Taken(BillBook book) -> {
                Changed before = changed.get(book.connectionId());
                BillBook first = before == null ? loaded.getOrDefault(book.connectionId(), book) : before.before();
                changed.put(book.connectionId(), new Changed(first, book, eventId));
                yield true;
            }
            case NothingNew() -> false;
            case Refused(String reason) -> {
                refuse(received, reason);
                yield false;
            }
        };
    }

    void refuse(Received<T> received, String reason) {
        rejected.add(new Rejected<>(received, reason));
    }

    Collection<Changed> changed() {
        return changed.values();
    }

    List<Rejected<T>> rejected() {
        return rejected;
    }
}
