package in.sampark.campaign;

import in.sampark.platform.test.IntegrationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** A test of the whole service; every test has an area of its own. */
@IntegrationTest
@Import({Reading.class, World.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface CampaignTest {}
