package in.sampark.platform.rotation;

import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Rotation where there are rows that depend on a key. */
@AutoConfiguration(afterName = "in.sampark.platform.leader.LeaderAutoConfiguration")
@ConditionalOnBean(EncryptedRows.class)
public class RotationAutoConfiguration {

    /** Rotations are rare, and begin with a restart. */
    private static final Duration IDLE = Duration.ofHours(1);

    @Bean
    EncryptionEndpoint encryptionEndpoint(List<EncryptedRows> all) {
        return new EncryptionEndpoint(all);
    }

    @Bean
    LeaderLoop encryptionRenewal(List<EncryptedRows> all, DatabaseLeadership leadership) {
        var renew = new RenewEncryption(all);
        return new LeaderLoop("encryption renewal", null, IDLE, renew::step, leadership);
    }
}
