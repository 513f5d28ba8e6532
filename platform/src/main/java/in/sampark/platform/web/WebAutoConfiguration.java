package in.sampark.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.converter.Converter;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.server.WebFilter;
import tools.jackson.databind.JacksonModule;

/** Manners that all services' HTTP shares: what is answered to input it cannot take, and who is behind a proxy. */
@AutoConfiguration(beforeName = "org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration")
@EnableConfigurationProperties(WebSettings.class)
public class WebAutoConfiguration {

    @Bean
    InputProblems inputProblems() {
        return new InputProblems();
    }

    @Bean
    WebExceptionHandler unexpectedProblems() {
        return new UnexpectedProblems();
    }

    @Bean
    WebFilter printableInput() {
        return new PrintableInput();
    }

    @Bean
    JacksonModule textWithoutNul() {
        return TextWithoutNul.module();
    }

    @Bean
    Converter<String, @Nullable LocalDate> writtenDay() {
        return new InAddress.Day();
    }

    @Bean
    Converter<String, @Nullable Instant> writtenTime() {
        return new InAddress.Time();
    }

    @Bean
    WebFilter callerAddress(WebSettings settings) {
        return new CallerAddressFilter(new TrustedProxies(settings.trustedProxies()));
    }
}
