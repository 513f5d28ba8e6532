package in.sampark.notification.template;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param languages spoken languages (ISO 639-1); the first serves whoever asked for another */
@Validated
@ConfigurationProperties("sampark.templates")
record TemplateSettings(
        @NotEmpty @DefaultValue({"hi", "en"}) List<String> languages) {}
