package in.sampark.simulator.sms.trouble;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param port where the gateway listens besides the simulator's own port; null for nowhere else */
@Validated
@ConfigurationProperties("simulator.sms")
record TroubleSettings(@Min(1) @Max(65535) @Nullable Integer port) {}
