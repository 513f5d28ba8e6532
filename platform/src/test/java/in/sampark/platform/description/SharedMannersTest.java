package in.sampark.platform.description;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.method.HandlerMethod;
import reactor.core.publisher.Mono;

class SharedMannersTest {

    record View(long version) {}

    @PreAuthorize("hasRole('officer')")
    static class Endpoint {

        @GetMapping("/things/{id}")
        Mono<ResponseEntity<View>> find() {
            return Mono.empty();
        }

        @PutMapping("/things/{id}")
        Mono<View> change() {
            return Mono.empty();
        }

        @PostMapping(path = "/things", consumes = "text/csv")
        Mono<View> take() {
            return Mono.empty();
        }

        @PostMapping("/open")
        @PreAuthorize("permitAll()")
        Mono<View> ask() {
            return Mono.empty();
        }
    }

    @Test
    void whoMayCallDecidesWhetherATokenIsWanted() {
        Operation open = described("ask");

        assertThat(open.getSecurity()).isEmpty();
        assertThat(open.getResponses()).doesNotContainKeys("401", "403");
        assertThat(open.getParameters()).isNull();
        assertThat(described("change").getSecurity()).isNull();
        assertThat(described("change").getResponses()).containsKeys("400", "401", "403", "404", "default");
    }

    @Test
    void onlyAWriteThatCanBeNamedPromisesIt() {
        assertThat(described("change").getParameters())
                .extracting(Parameter::getName)
                .contains("Idempotency-Key");
        assertThat(described("take").getParameters()).isNull();
        assertThat(described("find").getParameters())
                .extracting(Parameter::getName)
                .doesNotContain("Idempotency-Key");
    }

    @Test
    void whatWantsATagSaysSo() {
        Operation change = described("change");

        assertThat(change.getParameters())
                .filteredOn(parameter -> parameter.getName().equals("If-Match"))
                .allMatch(Parameter::getRequired)
                .hasSize(1);
        assertThat(change.getResponses()).containsKeys("412", "428");
        assertThat(described("find").getResponses()).doesNotContainKeys("412", "428");
    }

    @Test
    void whatIsAnsweredWithATagSaysSo() {
        assertThat(described("find").getResponses().get("200").getHeaders()).containsKey("ETag");
        assertThat(described("take").getResponses().get("200").getHeaders()).isNull();
    }

    @Test
    void aFailureMaySayWhenToTryAgain() {
        assertThat(described("find").getResponses().getDefault().getHeaders()).containsKey("Retry-After");
    }

    private static Operation described(String method) {
        var endpoint = new Endpoint();
        var handler = new HandlerMethod(
                endpoint,
                Arrays.stream(Endpoint.class.getDeclaredMethods())
                        .filter(declared -> declared.getName().equals(method))
                        .findAny()
                        .orElseThrow());
        var operation = new Operation().responses(new ApiResponses().addApiResponse("200", new ApiResponse()));
        if (method.equals("change") || method.equals("find")) {
            operation.addParametersItem(new Parameter().name("id").in("path").required(true));
        }
        if (method.equals("change")) {
            operation.addParametersItem(
                    new Parameter().name("If-Match").in("header").required(false));
        }
        return new SharedManners().customize(operation, handler);
    }
}
