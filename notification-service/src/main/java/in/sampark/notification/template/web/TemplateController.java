package in.sampark.notification.template.web;

import in.sampark.notification.template.domain.Category;
import in.sampark.notification.template.domain.Rendering;
import in.sampark.notification.template.domain.Segments.Encoding;
import in.sampark.notification.template.domain.Template;
import in.sampark.notification.template.domain.Templates;
import in.sampark.notification.template.domain.Variable;
import in.sampark.platform.web.Problem;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows templates, and what a text filled with given values looks like and costs. */
@RestController
public class TemplateController {

    private static final String READERS = "hasAnyRole('ops', 'supervisor', 'helpdesk')";

    /**
     * A template as it is registered.
     *
     * @param registered the text with a tag in the place of each variable
     * @param variables in the order of their tags
     */
    record Registered(
            String template,
            String language,
            String header,
            String templateId,
            Category category,
            String registered,
            List<Variable> variables,
            int maxSegments) {

        static Registered of(Template template) {
            return new Registered(
                    template.name(),
                    template.language(),
                    template.registration().header(),
                    template.registration().templateId(),
                    template.registration().category(),
                    template.registered(),
                    template.variables(),
                    template.maxSegments());
        }
    }

    /** @param values in plain units: paise, ISO-8601 times */
    record Sample(Map<String, String> values) {}

    /**
     * A text as it would be sent.
     *
     * @param segments parts it is sent and paid for in
     * @param costPaise of one message
     */
    record Preview(String text, Encoding encoding, int segments, BigDecimal costPaise) {}

    private final Templates templates;
    private final BigDecimal segmentPaise;

    /** @param segmentPaise price of one part */
    public TemplateController(Templates templates, BigDecimal segmentPaise) {
        this.templates = templates;
        this.segmentPaise = segmentPaise;
    }

    /** Every template in every language, by name. */
    @GetMapping("/api/v1/templates")
    @PreAuthorize(READERS)
    Flux<Registered> all() {
        return Flux.fromStream(templates.all().stream()
                .sorted(Comparator.comparing(Template::toString))
                .map(Registered::of));
    }

    /** The text that the values make; 422 says why they do not make one, 404 that there is no such template. */
    @PostMapping("/api/v1/templates/{template}/{language}/preview")
    @PreAuthorize(READERS)
    Mono<Preview> preview(@PathVariable String template, @PathVariable String language, @RequestBody Sample sample) {
        Template found = templates
                .exactly(template, language)
                .orElseThrow(() -> Problem.notFound("template " + template + "/" + language));
        return switch (found.render(sample.values())) {
            case Rendering.Text(String text, var segments, var variables) ->
                Mono.just(new Preview(
                        text,
                        segments.encoding(),
                        segments.count(),
                        segmentPaise.multiply(BigDecimal.valueOf(segments.count()))));
            case Rendering.Unfit(String reason) -> Mono.error(Problem.unprocessable(reason));
        };
    }
}
