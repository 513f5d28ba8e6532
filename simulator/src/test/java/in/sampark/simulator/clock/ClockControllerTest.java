package in.sampark.simulator.clock;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.simulator.SimulatorTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@SimulatorTest
class ClockControllerTest {

    private static final Instant NOON_BEFORE_THE_FIRST_ROW = Instant.parse("2019-04-30T06:30:00Z");

    @Autowired
    private WebTestClient http;

    @Test
    void startsAtNoonOfTheDayBeforeTheFirstRowAndJumpsForward() {
        assertThat(now()).isBetween(NOON_BEFORE_THE_FIRST_ROW, NOON_BEFORE_THE_FIRST_ROW.plus(Duration.ofHours(1)));

        move("2019-05-01T06:30:00Z").expectStatus().isOk().expectBody().json("""
                {"now": "2019-05-01T06:30:00Z", "speed": 1}""");

        assertThat(now()).isAfterOrEqualTo("2019-05-01T06:30:00Z");
    }

    @Test
    void namesBothTimesWhenAskedToGoBack() {
        move("2019-04-29T06:30:00Z")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.detail")
                .value(
                        String.class,
                        detail -> assertThat(detail)
                                .matches("now: 2019-04-29T06:30:00Z \\(expected: not before 2019-\\S+Z, .*\\)"));
    }

    @Test
    void asksForATime() {
        http.put().uri("/clock").bodyValue(Map.of()).exchange().expectStatus().isBadRequest();
        move("noon").expectStatus().isBadRequest();
    }

    private Instant now() {
        return Objects.requireNonNull(http.get()
                        .uri("/clock")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(ClockController.Shown.class)
                        .returnResult()
                        .getResponseBody())
                .now();
    }

    private ResponseSpec move(String now) {
        return http.put().uri("/clock").bodyValue(Map.of("now", now)).exchange();
    }
}
