package in.sampark.meter.tariff;

import in.sampark.meter.tariff.domain.Tariffs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TariffConfiguration {

    @Bean
    Tariffs tariffs(TariffSettings settings) {
        return TariffFiles.read(settings.files());
    }
}
