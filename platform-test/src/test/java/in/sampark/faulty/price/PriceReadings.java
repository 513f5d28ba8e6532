package in.sampark.faulty.price;

import in.sampark.faulty.tariff.domain.Tariff;
import in.sampark.faulty.tariff.r2dbc.TariffUtils;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PriceReadings {

    @Autowired
    TariffUtils tariffs;

    @Bean
    Tariff tariff() {
        return new Tariff(tariffs);
    }

    @GetMapping("/price")
    String price() throws InterruptedException {
        Thread.sleep(1);
        System.out.println(Instant.now());
        return String.valueOf(Mono.just("1").block());
    }

    @KafkaListener(topics = "readings")
    void on(String reading) {}
}
