package in.sampark.meter.bill;

import in.sampark.meter.bill.domain.Bands;
import in.sampark.meter.bill.domain.Bands.Band;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who owes, by area. */
public interface Defaulters {

    /**
     * Whom somebody asks for.
     *
     * @param areaPath at or below it
     * @param band owing so much; null for any amount
     * @param mode paying so; null for any way
     * @param recharges recharged so often, 2 for more than once; null however often
     */
    record Question(
            String areaPath,
            @Nullable Band band,
            @Nullable String mode,
            @Nullable Integer recharges) {}

    /** A place in the list, which is by area and connection. */
    record Place(String areaPath, String connectionId) {

        public static final Place BEGINNING = new Place("", "");

        public static Place of(Defaulter defaulter) {
            return new Place(defaulter.areaPath(), defaulter.connectionId());
        }
    }

    /**
     * How many owe so much, and how much together.
     *
     * @param mode how they pay
     */
    record Total(Band band, String mode, long connections, long owedPaise) {}

    /** Those after a place. */
    Mono<List<Defaulter>> after(Place place, Question question, int atMost);

    /** The sums of an area by band and mode, the smallest band first; those without anybody are left out. */
    Mono<List<Total>> totals(String areaPath, Bands bands);

    /** All of them, a page at a time as they are taken. */
    default Flux<Defaulter> all(Question question, int pageOf) {
        return after(Place.BEGINNING, question, pageOf)
                .expand(page -> page.size() < pageOf ? Mono.empty() : after(Place.of(page.getLast()), question, pageOf))
                .concatMapIterable(page -> page);
    }
}
