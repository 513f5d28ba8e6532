package in.sampark.consumer.audit;

import in.sampark.consumer.audit.r2dbc.R2dbcAuditEntries;
import in.sampark.platform.leader.DatabaseLeadership;
import in.sampark.platform.leader.LeaderLoop;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    private static final Duration IDLE = Duration.ofHours(1);

    @Bean
    AuditEntries auditEntries(DatabaseClient database) {
        return new R2dbcAuditEntries(database);
    }

    @Bean
    AuditTrail auditTrail(AuditEntries entries, Clock clock) {
        return new AuditTrail(entries, clock);
    }

    @Bean
    ReadAuditTrail readAuditTrail(AuditEntries entries) {
        return new ReadAuditTrail(entries);
    }

    @Bean
    LeaderLoop auditPruning(AuditEntries entries, AuditSettings settings, Clock clock, DatabaseLeadership leadership) {
        var prune = new PruneAuditTrail(entries, settings.keepFor(), clock);
        return new LeaderLoop("audit pruning", null, IDLE, prune::step, leadership);
    }
}
