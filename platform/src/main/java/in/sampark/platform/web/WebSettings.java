package in.sampark.platform.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests reach the service.
 *
 * @param trustedProxies networks whose {@code X-Forwarded-For} is believed, as {@code <address>/<length of prefix>}
 */
@ConfigurationProperties("sampark.web")
record WebSettings(@DefaultValue List<String> trustedProxies) {}
