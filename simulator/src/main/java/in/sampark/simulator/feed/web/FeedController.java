package in.sampark.simulator.feed.web;

import in.sampark.simulator.feed.domain.Feed;
import in.sampark.simulator.feed.domain.Meter;
import in.sampark.simulator.feed.messaging.NotSentException;
import in.sampark.simulator.feed.messaging.UtilityTopics;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/feed")
class FeedController {

    private final Feed feed;
    private final UtilityTopics topics;

    FeedController(Feed feed, UtilityTopics topics) {
        this.feed = feed;
        this.topics = topics;
    }

    /** A meter of the feed and the local days of its first and last row within the days taken. */
    record FedMeter(String meter, String connectionId, String accountNo, LocalDate firstDay, LocalDate lastDay) {

        static FedMeter of(Meter meter) {
            return new FedMeter(
                    meter.id(),
                    meter.connection().id(),
                    meter.connection().accountNo(),
                    meter.firstDay(),
                    meter.lastDay());
        }
    }

    record Sent(int sent) {}

    /** All meters, by first appearance in the file. */
    @GetMapping("/meters")
    List<FedMeter> meters() {
        return feed.meters().stream().map(FedMeter::of).toList();
    }

    /** Sends the registers of a local day and answers when the broker has them; none outside the days taken. */
    @PostMapping("/registers")
    Mono<Sent> sendRegisters(@RequestParam LocalDate day) {
        return topics.sendRegisters(feed.registersOf(day)).map(Sent::new);
    }

    /** Sends the recharges of a local day and answers when the broker has them. */
    @PostMapping("/recharges")
    Mono<Sent> sendRecharges(@RequestParam LocalDate day) {
        return topics.sendPayments(feed.paymentsOf(day)).map(Sent::new);
    }

    @ExceptionHandler
    ProblemDetail notSent(NotSentException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
    }
}
