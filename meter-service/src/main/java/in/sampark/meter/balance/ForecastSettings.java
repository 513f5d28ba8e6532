package in.sampark.meter.balance;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param windowDays a day moves the mean that days left are reckoned from by one part in so many */
@Validated
@ConfigurationProperties("sampark.forecast")
record ForecastSettings(@Min(1) @Max(365) @DefaultValue("7") int windowDays) {}
