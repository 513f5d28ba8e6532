package in.sampark.platform.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class InputProblemsTest {

    enum Stage {
        PLANNED,
        OVER
    }

    record Window(LocalDate from, Stage stage) {}

    record Said(String text) {}

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

        @PostMapping("/say")
        Mono<String> say(@RequestBody Said said) {
            return Mono.just(said.text());
        }

        @PostMapping(path = "/file", consumes = "text/csv")
        Mono<Long> file(@RequestBody Flux<DataBuffer> file) {
            return file.count();
        }
    }

    private final WebTestClient web = WebTestClient.bindToController(new Endpoint())
            .controllerAdvice(new InputProblems())
            .webFilter(new PrintableInput())
            .httpMessageCodecs(codecs -> codecs.defaultCodecs()
                    .jacksonJsonDecoder(
                            new JacksonJsonDecoder(JsonMapper.builder().addModule(TextWithoutNul.module()))))
            .build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"count\": \"9897010001x\"} | count: of another type (expected: a whole number)",
                "{\"windows\": [{\"from\": \"soon\"}]} | windows[0].from: soon (expected: a date like 2026-04-01)",
                "{\"windows\": [{\"stage\": \"LATER\"}]} | windows[0].stage: LATER (expected: one of [PLANNED, OVER])",
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
    @CsvSource(
            delimiter = '|',
            value = {
                "/take | application/json | null | body: none (expected: JSON, as the interface's description has it)",
                "/take | application/json | | body: none (expected: JSON, as the interface's description has it)",
                "/file | text/csv | | body: none (expected: a file that is not empty)"
            })
    void aBodyThatIsMissingIsNamed(String path, String type, String body, String detail) {
        var request = web.post().uri(path).contentType(MediaType.parseMediaType(type));
        (body == null ? request : request.bodyValue(body))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo(detail);
    }

    @Test
    void textWithNulIsRefusedWhereItIsRead() {
        web.post()
                .uri("/say")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"text\": \"a\\u0000b\"}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("text: *** (expected: text without NUL)");
    }

    @ParameterizedTest
    @CsvSource({"connection=%00, connection", "officer=a%0Ab, officer", "a%00=b, parameter"})
    void controlCharactersInAnAddressAreRefused(String query, String field) {
        web.get()
                .uri(URI.create("/list?" + query))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo(field + ": has control characters (expected: printable text)");
    }

    @ParameterizedTest
    @CsvSource({
        "x, x",
        "99999999999, of another type",
        "98970 10001, of another type",
        "(98970)--10001, of another type",
        "a@b.in, of another type"
    })
    void aParameterOfAnotherTypeIsShownUnlessItMayBePersonal(String limit, String shown) {
        web.get()
                .uri("/list?limit=" + limit)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("limit: " + shown + " (expected: a whole number)");
    }
}
