package in.sampark.platform.test.probe;

import in.sampark.platform.messaging.Batches;
import in.sampark.platform.test.probe.messaging.ReadingListener;
import in.sampark.platform.test.probe.web.SeenController;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class ProbeApplication {

    @Bean
    List<String> seen() {
        return new CopyOnWriteArrayList<>();
    }

    @Bean
    ReadingListener readingListener(Batches batches, List<String> seen) {
        return new ReadingListener(batches, seen);
    }

    @Bean
    SeenController seenController(List<String> seen) {
        return new SeenController(seen);
    }
}
