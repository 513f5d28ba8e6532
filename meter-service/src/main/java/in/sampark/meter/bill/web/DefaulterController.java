package in.sampark.meter.bill.web;

import in.sampark.meter.bill.Defaulter;
import in.sampark.meter.bill.Defaulters;
import in.sampark.meter.bill.Defaulters.Place;
import in.sampark.meter.bill.Defaulters.Question;
import in.sampark.meter.bill.Defaulters.Total;
import in.sampark.meter.bill.domain.Bands;
import in.sampark.meter.bill.domain.Bands.Band;
import in.sampark.meter.bill.web.DefaulterView.Recharged;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Choice;
import in.sampark.platform.web.Page;
import in.sampark.platform.web.PageCursor;
import in.sampark.platform.web.Problem;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who owes how much, for the field: bills overdue and negative prepaid balances, in the caller's area. */
@RestController
@RequestMapping("/api/v1/defaulters")
@PreAuthorize("hasAnyRole('officer', 'supervisor')")
public class DefaulterController {

    private static final String TEXT_CSV = "text/csv";
    private static final int LINES_AT_ONCE = 500;

    /** How somebody pays. */
    enum Mode {
        PREPAID,
        POSTPAID
    }

    /**
     * A band of an area in figures.
     *
     * @param mode how they pay
     */
    record BandTotal(String band, String mode, long connections, long owedPaise) {

        static BandTotal of(Total total) {
            return new BandTotal(total.band().name(), total.mode(), total.connections(), total.owedPaise());
        }
    }

    /** @param bands the names of all bands, the smallest first; those without anybody have no total */
    record Summary(String areaPath, List<String> bands, List<BandTotal> totals) {}

    private final Defaulters defaulters;
    private final Bands bands;
    private final Clock clock;

    public DefaulterController(Defaulters defaulters, Bands bands, Clock clock) {
        this.defaulters = defaulters;
        this.bands = bands;
        this.clock = clock;
    }

    /**
     * Those who owe, by area and connection id, a page at a time.
     *
     * @param area path of the area; the caller's own when absent
     * @param band one of the bands that the summary names; any amount when absent
     * @param mode prepaid or postpaid; either when absent
     * @param recharged never, once or more; however often when absent
     * @param cursor from the page before
     * @param limit connections of a page, 1 to 500
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Page<DefaulterView>> page(
            @RequestParam @Nullable String area,
            @RequestParam @Nullable String band,
            @RequestParam @Nullable String mode,
            @RequestParam @Nullable String recharged,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Caller caller) {
        Place after = cursor == null
                ? Place.BEGINNING
                : PageCursor.place(cursor, 2, parts -> new Place(parts.getFirst(), parts.getLast()));
        return defaulters
                .after(after, question(caller.area(area), band, mode, recharged), Page.limit(limit) + 1)
                .map(found ->
                        Page.of(found, limit, this::view, one -> PageCursor.of(one.areaPath(), one.connectionId())));
    }

    /** All of them as CSV, with the same filters; money in paise. */
    @GetMapping(produces = TEXT_CSV)
    Flux<String> file(
            @RequestParam @Nullable String area,
            @RequestParam @Nullable String band,
            @RequestParam @Nullable String mode,
            @RequestParam @Nullable String recharged,
            @AuthenticationPrincipal Caller caller) {
        Question question = question(caller.area(area), band, mode, recharged);
        return Flux.concat(
                Flux.just(DefaulterView.CSV_HEADER),
                defaulters
                        .all(question, LINES_AT_ONCE)
                        .map(this::view)
                        .map(DefaulterView::csv)
                        .buffer(LINES_AT_ONCE)
                        .map(lines -> String.join("", lines)));
    }

    /**
     * How many owe how much, by band and by how they pay.
     *
     * @param area path of the area; the caller's own when absent
     */
    @GetMapping("/summary")
    Mono<Summary> summary(@RequestParam @Nullable String area, @AuthenticationPrincipal Caller caller) {
        String path = caller.area(area);
        return defaulters
                .totals(path, bands)
                .map(totals -> new Summary(
                        path, bands.names(), totals.stream().map(BandTotal::of).toList()));
    }

    private DefaulterView view(Defaulter defaulter) {
        return DefaulterView.of(defaulter, bands, clock.instant());
    }

    private Question question(String area, @Nullable String band, @Nullable String mode, @Nullable String recharged) {
        return new Question(
                area,
                band == null ? null : band(band),
                mode == null ? null : Choice.read("mode", mode, Mode.class).name(),
                recharged == null
                        ? null
                        : Choice.read("recharged", recharged, Recharged.class).ordinal());
    }

    private Band band(String name) {
        return bands.named(name).orElseThrow(() -> Problem.invalid("band", name, String.join(", ", bands.names())));
    }
}
