package in.sampark.meter;

import in.sampark.platform.test.IntegrationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A test of the whole service at a time the test sets. Late readings are taken for a whole summer. */
@IntegrationTest
@Import({TimeOfDay.class, Observer.class})
@TestPropertySource(
        properties = {
            "sampark.reading.lateness=120d",
            "sampark.posting.page=7",
            "sampark.posting.idle=1h",
            "sampark.bill.page=3",
            "sampark.bill.idle=1h"
        })
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface MeterServiceTest {}
