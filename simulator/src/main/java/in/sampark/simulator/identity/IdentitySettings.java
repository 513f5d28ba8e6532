package in.sampark.simulator.identity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.InetAddress;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param address where it listens; whoever reaches it is given any token asked for
 * @param port 0 takes a free one
 * @param tokenValidFor life of a token, in wall time
 */
@Validated
@ConfigurationProperties("simulator.identity")
record IdentitySettings(
        @NotNull InetAddress address,
        @Min(0) @Max(65535) int port,
        @NotNull @DurationMin(seconds = 1) Duration tokenValidFor) {}
