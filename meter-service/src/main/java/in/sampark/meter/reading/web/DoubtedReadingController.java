package in.sampark.meter.reading.web;

import in.sampark.meter.json.Fault;
import in.sampark.meter.json.JsonFields;
import in.sampark.meter.json.Shape;
import in.sampark.meter.reading.DoubtedReadingList;
import in.sampark.meter.reading.DoubtedReadingList.Listed;
import in.sampark.meter.reading.DoubtedReadingList.Question;
import in.sampark.meter.reading.DoubtedReadings.Standing;
import in.sampark.meter.reading.SettleDoubt;
import in.sampark.meter.reading.SettleDoubt.Outcome;
import in.sampark.meter.reading.SettleDoubt.Outcome.CannotBe;
import in.sampark.meter.reading.SettleDoubt.Outcome.Settled;
import in.sampark.meter.reading.SettleDoubt.Outcome.SettledBefore;
import in.sampark.meter.reading.SettleDoubt.Release;
import in.sampark.meter.reading.domain.Moment;
import in.sampark.meter.reading.domain.Reason;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Choice;
import in.sampark.platform.web.Page;
import in.sampark.platform.web.PageCursor;
import in.sampark.platform.web.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Readings that other registers speak against, for those who know better. What lies outside the caller's area is not found. */
@RestController
@RequestMapping("/api/v1/doubted-readings")
@PreAuthorize("hasAnyRole('supervisor', 'ops')")
public class DoubtedReadingController {

    private static final Shape<String> WHY =
            Shape.text(Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{3,500}"), "3 to 500 printable characters");
    private static final Shape<Moment> AS = Shape.oneOf(List.of(Moment.REGULAR, Moment.OPENING));

    private final DoubtedReadingList list;
    private final SettleDoubt settleDoubt;

    public DoubtedReadingController(DoubtedReadingList list, SettleDoubt settleDoubt) {
        this.list = list;
        this.settleDoubt = settleDoubt;
    }

    /**
     * The doubted readings of an area, in the order they came.
     *
     * @param area path of the area; the caller's own when absent
     * @param reason conflict, meter-changed, backwards, above-next or jump; all when absent
     * @param standing open, accepted, superseded, released or discarded
     * @param cursor from the page before
     * @param limit readings of a page, 1 to 500
     */
    @GetMapping
    Mono<Page<DoubtedReadingView>> find(
            @RequestParam @Nullable String area,
            @RequestParam @Nullable String connectionId,
            @RequestParam @Nullable String reason,
            @RequestParam(defaultValue = "open") String standing,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Caller caller) {
        int shown = Page.limit(limit);
        Question question = new Question(
                caller.area(area),
                connectionId,
                reason == null ? null : Choice.read("reason", reason, Reason.class),
                Choice.read("standing", standing, Standing.class),
                cursor == null ? 0 : PageCursor.place(cursor, 1, place -> Long.parseLong(place.getFirst())));
        return list.find(question, shown + 1)
                .map(found -> Page.of(found, shown, DoubtedReadingView::of, DoubtedReadingController::place));
    }

    /** Believes a reading: {@code why}, and {@code as}, REGULAR or OPENING, where another is wanted than its reason suggests. 409 when it cannot be. */
    @PostMapping("/{id}/release")
    Mono<DoubtedReadingView> release(
            @PathVariable long id, @RequestBody Mono<JsonNode> body, @AuthenticationPrincipal Caller caller) {
        return JsonFields.tree(body, "a JSON object with why")
                .map(tree -> release(id, tree, caller))
                .flatMap(release -> settled(id, caller, listed -> settleDoubt.release(release, connection(listed))));
    }

    /** Sets a reading aside for good; {@code why} is kept. 409 when it is settled already. */
    @PostMapping("/{id}/discard")
    Mono<DoubtedReadingView> discard(
            @PathVariable long id, @RequestBody Mono<JsonNode> body, @AuthenticationPrincipal Caller caller) {
        return JsonFields.tree(body, "a JSON object with why")
                .map(DoubtedReadingController::why)
                .flatMap(why -> settled(
                        id, caller, listed -> settleDoubt.discard(id, connection(listed), caller.subject(), why)));
    }

    private Mono<DoubtedReadingView> settled(long id, Caller caller, Function<Listed, Mono<Outcome>> settling) {
        return visible(id, caller)
                .flatMap(settling)
                .doOnNext(DoubtedReadingController::refuse)
                .then(Mono.defer(() -> visible(id, caller)))
                .map(DoubtedReadingView::of);
    }

    private Mono<Listed> visible(long id, Caller caller) {
        return list.of(id)
                .filter(listed -> caller.covers(listed.areaPath()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("doubted reading " + id)));
    }

    private static void refuse(Outcome outcome) {
        switch (outcome) {
            case Settled _ -> {}
            case SettledBefore _ -> throw Problem.conflict("the doubt is settled already (expected: an open one)");
            case CannotBe cannot -> throw Problem.conflict(cannot.reason());
        }
    }

    private static Release release(long id, JsonNode body, Caller caller) {
        JsonFields fields = new JsonFields(body);
        Optional<String> why = fields.required("why", WHY);
        Optional<Moment> as = fields.optional("as", AS);
        refuse(fields);
        return new Release(id, as.orElse(null), caller.subject(), why.orElseThrow());
    }

    private static String why(JsonNode body) {
        JsonFields fields = new JsonFields(body);
        Optional<String> why = fields.required("why", WHY);
        refuse(fields);
        return why.orElseThrow();
    }

    private static void refuse(JsonFields fields) {
        List<Fault> faults = fields.faults();
        if (!faults.isEmpty()) throw Fault.problem(faults);
    }

    private static String connection(Listed listed) {
        return listed.doubt().asked().connectionId();
    }

    private static String place(Listed listed) {
        return PageCursor.of(String.valueOf(listed.doubt().id()));
    }
}
