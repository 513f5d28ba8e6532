package in.sampark.meter.bill;

import in.sampark.meter.bill.domain.Bands;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param bands highest amount of each band but the last, in rupees */
@Validated
@ConfigurationProperties("sampark.defaulters")
record DefaulterSettings(
        @NotEmpty @DefaultValue({"1000", "5000", "10000", "50000", "100000"})
        List<Long> bands) {

    Bands all() {
        return Bands.through(bands);
    }
}
