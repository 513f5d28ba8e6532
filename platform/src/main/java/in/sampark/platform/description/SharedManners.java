package in.sampark.platform.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation what all have in common and no signature says: who may call it, how it is repeated, how it fails. */
final class SharedManners implements OperationCustomizer {

    private static final String OPEN = "permitAll()";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Optional<String> callers = callers(handler);
        callers.ifPresent(said -> operation.setDescription("For: " + said));
        boolean open = callers.filter(OPEN::equals).isPresent();
        if (open) {
            operation.setSecurity(List.of());
        }
        if (!open && canBeNamed(handler)) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .description(
                            "Names the request: sent again under the same key it is not done again, and answered alike.")
                    .schema(new StringSchema().maxLength(128)));
        }
        if (isTagged(handler)) {
            tagSuccess(operation.getResponses());
        }
        addFailures(operation, open);
        return operation;
    }

    private static void addFailures(Operation operation, boolean open) {
        ApiResponses responses = operation.getResponses();
        responses.entrySet().stream()
                .filter(response -> response.getKey().startsWith("4"))
                .forEach(response -> response.getValue().setContent(problemContent()));
        if (operation.getRequestBody() != null || operation.getParameters() != null) {
            responses.addApiResponse("400", problem("Something of what was sent can't be taken"));
        }
        if (!open) {
            responses
                    .addApiResponse("401", problem("No access token, or one that is not accepted"))
                    .addApiResponse("403", problem("The token's roles or area don't allow this"));
        }
        if (has(operation, "path", null)) {
            responses.addApiResponse("404", problem("No such thing in the caller's area"));
        }
        if (has(operation, "header", HttpHeaders.IF_MATCH)) {
            parameters(operation)
                    .filter(parameter -> HttpHeaders.IF_MATCH.equals(parameter.getName()))
                    .forEach(parameter -> parameter.setRequired(true));
            responses
                    .addApiResponse("412", problem("Changed meanwhile: read it again"))
                    .addApiResponse("428", problem("If-Match is missing: the ETag of what is to be changed"));
        }
        responses.addApiResponse(
                "default",
                problem("What is wrong, and what was expected")
                        .addHeaderObject(
                                HttpHeaders.RETRY_AFTER,
                                new Header()
                                        .description("Seconds until it may be tried again, where it may")
                                        .schema(new IntegerSchema())));
    }

    private static void tagSuccess(ApiResponses responses) {
        responses.entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> response.getValue()
                        .addHeaderObject(
                                HttpHeaders.ETAG,
                                new Header()
                                        .description("The version answered, for If-Match")
                                        .schema(new StringSchema())));
    }

    /** What is answered with a version of its own has it as its tag. */
    private static boolean isTagged(HandlerMethod handler) {
        ResolvableType answer =
                ResolvableType.forMethodReturnType(handler.getMethod()).getGeneric();
        Class<?> body = answer.getGeneric().resolve(Object.class);
        return answer.resolve() == ResponseEntity.class
                && body.isRecord()
                && Arrays.stream(body.getRecordComponents())
                        .anyMatch(component -> component.getName().equals("version"));
    }

    private static Optional<String> callers(HandlerMethod handler) {
        return Stream.of(
                        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class),
                        AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(PreAuthorize::value);
    }

    private static boolean has(Operation operation, String in, @Nullable String name) {
        return parameters(operation)
                .anyMatch(parameter ->
                        in.equals(parameter.getIn()) && (name == null || name.equals(parameter.getName())));
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream();
    }

    /** A write whose body is JSON, or that has none; a file is recognised by what takes it. */
    private static boolean canBeNamed(HandlerMethod handler) {
        return Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class))
                .filter(mapping -> !List.of(mapping.method()).contains(RequestMethod.GET))
                .filter(mapping -> mapping.consumes().length == 0)
                .isPresent();
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse().description(description).content(problemContent());
    }

    /** RFC 9457. */
    private static Content problemContent() {
        var schema = new ObjectSchema()
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema());
        return new Content().addMediaType("application/problem+json", new MediaType().schema(schema));
    }
}
