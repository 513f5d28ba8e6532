package in.sampark.meter;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** meter-service: what consumers used and owe. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class MeterApplication {

    public static void main(String[] args) {
        SpringApplication.run(MeterApplication.class, args);
    }
}
