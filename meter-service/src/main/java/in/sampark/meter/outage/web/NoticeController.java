package in.sampark.meter.outage.web;

import in.sampark.meter.json.JsonFields;
import in.sampark.meter.outage.CurrentOutages;
import in.sampark.meter.outage.TellNotices;
import in.sampark.meter.outage.domain.Notice;
import in.sampark.meter.outage.domain.Telling;
import in.sampark.meter.outage.web.OutageController.Accepted;
import in.sampark.platform.security.Caller;
import in.sampark.platform.web.Problem;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Notices of planned work for the control room, as they are printed: local days, hours of each day, what is off. Each day and hours are an outage,
 * {@code <notice>-1} and so on, which is told, revised, started, restored and cancelled like any other.
 */
@RestController
@RequestMapping("/api/v1/outage-notices")
@PreAuthorize("hasRole('control-room')")
class NoticeController {

    private static final String EXPECTED_BODY = "a JSON object";

    /** What is on the topic now, an outage a window. */
    record AllAccepted(String noticeId, List<Accepted> outages) {}

    /** The outages that a notice announced, by time. */
    record NoticeView(String noticeId, List<OutageView> outages) {}

    private final TellNotices tellNotices;
    private final CurrentOutages outages;
    private final Clock clock;

    NoticeController(TellNotices tellNotices, CurrentOutages outages, Clock clock) {
        this.tellNotices = tellNotices;
        this.outages = outages;
        this.clock = clock;
    }

    /**
     * Announces all that a notice says, or nothing. One without an id gets one; when the broker does not answer, the problem names it, so that the
     * notice can be sent again without becoming two. What is left out in print is listed in {@code missing}. Hours end at 24:00 at
     * the latest or go on into the next day; the whole day is from 00:00 to 24:00.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<AllAccepted> announce(@RequestBody Mono<JsonNode> body, @AuthenticationPrincipal Caller caller) {
        return JsonFields.tree(body, EXPECTED_BODY)
                .map(tree -> NoticeBodies.notice(tree, caller.discom()))
                .flatMap(notice -> announce(notice, caller));
    }

    /** Cancels what a notice announced and has not begun: all of it, or that of one local day, {@code date}. */
    @PostMapping("/{noticeId}/cancellation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<AllAccepted> cancel(
            @PathVariable String noticeId, @RequestBody Mono<JsonNode> body, @AuthenticationPrincipal Caller caller) {
        return JsonFields.tree(body, EXPECTED_BODY)
                .map(NoticeBodies::day)
                .flatMap(day -> tellNotices.cancel(noticeId, day.orElse(null), caller))
                .map(telling -> answer(telling, noticeId, caller));
    }

    /** What a notice announced, over or not. */
    @GetMapping("/{noticeId}")
    Mono<NoticeView> notice(@PathVariable String noticeId, @AuthenticationPrincipal Caller caller) {
        return outages.ofNotice(noticeId, caller.discom(), caller.areaPath())
                .filter(found -> !found.isEmpty())
                .map(found -> new NoticeView(
                        noticeId,
                        found.stream()
                                .map(outage -> OutageView.of(outage, clock.instant()))
                                .toList()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("notice " + noticeId)));
    }

    private Mono<AllAccepted> announce(Notice notice, Caller caller) {
        String noticeId = caller.discom() + ":" + notice.number();
        return tellNotices
                .announce(notice, caller)
                .onErrorMap(Problem.class, problem -> problem.with("noticeId", noticeId))
                .map(telling -> answer(telling, noticeId, caller));
    }

    private static AllAccepted answer(Telling telling, String noticeId, Caller caller) {
        return switch (telling) {
            case Telling.AllTold(List<Telling.Told> told) ->
                new AllAccepted(noticeId, told.stream().map(Accepted::of).toList());
            case Telling.Told one -> throw new IllegalStateException(one + " (expected: all of a notice)");
            case Telling.Untold why -> throw Untelling.problem(why, "notice " + noticeId, caller);
        };
    }
}
