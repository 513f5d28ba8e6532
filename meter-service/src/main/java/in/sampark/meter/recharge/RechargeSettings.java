package in.sampark.meter.recharge;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param clockTolerance how far a gateway's clock may be ahead */
@Validated
@ConfigurationProperties("sampark.recharge")
record RechargeSettings(@DurationMin @DefaultValue("5m") Duration clockTolerance) {}
