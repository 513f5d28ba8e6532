package in.sampark.meter.tariff;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param files where the tariff files are, as a resource pattern */
@Validated
@ConfigurationProperties("sampark.tariff")
record TariffSettings(
        @NotBlank @DefaultValue("classpath:tariffs/*.yml") String files) {}
