package in.sampark.simulator.feed;

import in.sampark.simulator.feed.domain.Days;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param file CSV file with the columns {@code meter,Date,t_kWh}
 * @param days how many calendar days of the file are taken: a number or {@code all}
 * @param discom code of the distribution company whose meters these are
 */
@Validated
@ConfigurationProperties("simulator.feed")
record FeedSettings(
        @NotNull Path file,
        @NotBlank @Pattern(regexp = "all|[1-9]\\d{0,5}") String days,
        @NotBlank @Pattern(regexp = "[A-Z0-9]{2,16}") String discom) {

    Days daysTaken() {
        return Days.parse(days);
    }
}
