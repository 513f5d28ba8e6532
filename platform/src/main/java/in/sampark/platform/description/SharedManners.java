package in.sampark.platform.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation what all have in common and no signature says: who may call it, how it is repeated, how it fails. */
final class SharedManners implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        callers(handler).ifPresent(callers -> operation.setDescription("For: " + callers));
        if (writes(handler)) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .description(
                            "Names the request: sent again under the same key it is not done again, and answered alike.")
                    .schema(new StringSchema().maxLength(128)));
        }
        if (isConditional(operation)) {
            operation
                    .getResponses()
                    .addApiResponse("412", problem("Changed meanwhile: read it again"))
                    .addApiResponse("428", problem("If-Match is missing: the ETag of what is to be changed"));
        }
        operation.getResponses().addApiResponse("default", problem("What is wrong, and what was expected"));
        return operation;
    }

    private static Optional<String> callers(HandlerMethod handler) {
        return Stream.of(
                        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class),
                        AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(PreAuthorize::value);
    }

    private static boolean isConditional(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .anyMatch(parameter -> HttpHeaders.IF_MATCH.equals(parameter.getName()));
    }

    private static boolean writes(HandlerMethod handler) {
        return Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class))
                .map(mapping -> List.of(mapping.method()))
                .filter(methods -> !methods.contains(RequestMethod.GET))
                .isPresent();
    }

    /** RFC 9457. */
    private static ApiResponse problem(String description) {
        var schema = new ObjectSchema()
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema());
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
