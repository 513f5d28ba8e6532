package in.sampark.platform.web;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

class InputProblemsTest {

    enum Stage {
        PLANNED,
        OVER
    }

    record Window(LocalDate from, Stage stage) {}

    record Body(List<Window> windows, int count) {}

    @RestController
    static class Endpoint {

        @GetMapping("/list")
        Mono<String> list(@RequestParam(defaultValue = "1") int limit) {
            return Mono.just("" + limit);
        }

        @PostMapping("/take")
        Mono<String> take(@RequestBody Body body) {
            return Mono.just("" + body);
        }
    }

    private final WebTestClient web = WebTestClient.bindToController(new Endpoint())
            .controllerAdvice(new InputProblems())
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"count\": \"9897010001x\"} | count: of another type (expected: a whole number)",
                "{\"windows\": [{\"from\": \"soon\"}]} | windows[0].from: of another type (expected: a date like 2026-04-01)",
                "{\"windows\": [{\"stage\": \"LATER\"}]} | windows[0].stage: of another type (expected: one of [PLANNED, OVER])",
                "[] | body: of another type (expected: another type, see the interface's description)",
                "{ | body: not readable (expected: JSON)"
            })
    void aFieldOfAnotherTypeIsNamed(String body, String detail) {
        web.post()
                .uri("/take")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "99999999999"})
    void aParameterOfAnotherTypeIsNamed(String limit) {
        web.get()
                .uri("/list?limit=" + limit)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("limit: of another type (expected: a whole number)");
    }
}
