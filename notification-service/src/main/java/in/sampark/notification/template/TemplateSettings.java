package in.sampark.notification.template;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The words.
 *
 * @param languages spoken languages (ISO 639-1); the first serves whoever asked for another
 * @param segmentPaise what one part of an SMS costs, in paise
 */
@Validated
@ConfigurationProperties("sampark.templates")
record TemplateSettings(
        @NotEmpty @DefaultValue({"hi", "en"}) List<String> languages,
        @PositiveOrZero @DefaultValue("15") BigDecimal segmentPaise) {}
