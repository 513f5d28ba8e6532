package in.sampark.platform.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What every service answers to input it cannot take. */
@AutoConfiguration(beforeName = "org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration")
public class WebAutoConfiguration {

    @Bean
    InputProblems inputProblems() {
        return new InputProblems();
    }
}
