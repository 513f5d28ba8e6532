package in.sampark.campaign.worklist.web;

import in.sampark.campaign.worklist.domain.Area;
import in.sampark.campaign.worklist.domain.Entry;
import in.sampark.campaign.worklist.domain.Summary;
import in.sampark.campaign.worklist.domain.Wanted;
import in.sampark.campaign.worklist.r2dbc.WorklistSearch;
import in.sampark.campaign.worklist.r2dbc.WorklistSummary;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Page;
import in.sampark.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Whom to visit, within the caller's area. */
@RestController
@RequestMapping("/api/v1/worklist")
public class WorklistController {

    private final WorklistSearch search;
    private final WorklistSummary summary;

    public WorklistController(WorklistSearch search, WorklistSummary summary) {
        this.search = search;
        this.summary = summary;
    }

    /**
     * Consumers without a proven number: those who owe most first, those whose balance nobody knows last.
     *
     * @param area path of the area; the caller's own when absent
     * @param substation those fed from it only
     * @param feeder those fed by it only
     * @param limit most consumers of a page, 1 to 500
     */
    @GetMapping
    @PreAuthorize("hasAnyRole('officer', 'supervisor')")
    Mono<Page<Entry>> worklist(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String area,
            @RequestParam @Nullable String substation,
            @RequestParam @Nullable String feeder,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Wanted wanted = new Wanted(
                new Area(caller.area(area)), printable("substation", substation), printable("feeder", feeder));
        return search.page(wanted, Cursor.place(cursor), Page.limit(limit) + 1)
                .collectList()
                .map(found -> Page.of(found, limit, entry -> entry, last -> Cursor.of(last.place())));
    }

    /**
     * The worklist of an area in figures.
     *
     * @param area path of the area; the caller's own when absent
     */
    @GetMapping("/summary")
    @PreAuthorize("hasRole('supervisor')")
    Mono<Summary> summary(@AuthenticationPrincipal Caller caller, @RequestParam @Nullable String area) {
        return summary.of(new Area(caller.area(area)));
    }

    private static @Nullable String printable(String name, @Nullable String value) {
        if (value != null && value.chars().anyMatch(Character::isISOControl)) {
            throw Problem.invalid(name, "has control characters", "printable text");
        }
        return value;
    }
}
