package in.sampark.simulator.clock;

import in.sampark.simulator.clock.StoryClock.Move;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ClockController {

    private static final int REAL_SPEED = 1;

    private final StoryClock clock;

    ClockController(StoryClock clock) {
        this.clock = clock;
    }

    /**
     * What the clock shows.
     *
     * @param now the time of the story
     * @param speed seconds of the story in a second of the wall clock
     */
    record Shown(Instant now, int speed) {}

    record Wish(@Nullable Instant now) {}

    @GetMapping("/clock")
    Shown show() {
        return new Shown(clock.instant(), REAL_SPEED);
    }

    /** Moves the clock; 409 names both times when that would turn it back. */
    @PutMapping("/clock")
    Shown move(@RequestBody Wish wish) {
        if (wish.now() == null) {
            throw problem(HttpStatus.BAD_REQUEST, "now: missing (expected: a time as 2019-05-01T06:30:00Z)");
        }
        return switch (clock.moveTo(wish.now())) {
            case Move.Moved(Instant now) -> new Shown(now, REAL_SPEED);
            case Move.Backwards(Instant now) ->
                throw problem(
                        HttpStatus.CONFLICT,
                        "now: " + wish.now() + " (expected: not before " + now + ", the clock moves only forward)");
        };
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
