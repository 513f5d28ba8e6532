package in.sampark.platform.test;

import in.sampark.infrastructure.Database;
import in.sampark.infrastructure.Infrastructure;
import in.sampark.infrastructure.SharedInfrastructure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL, Kafka and registry for the tests of a JVM: containers where a Docker engine answers, else processes. */
interface TestInfrastructure {

    String bootstrapServers();

    /** The registry's base address, without a path. */
    String registryUrl();

    /** An empty database with a user of its own. */
    Database createDatabase(String name);

    /** The one for all tests of this JVM, started by the first that asks. */
    static TestInfrastructure shared() {
        return Shared.CHOSEN;
    }

    /** The choice, started. */
    static TestInfrastructure choose(DockerEngine docker) {
        Logger log = LoggerFactory.getLogger(TestInfrastructure.class);
        if (docker.answers()) {
            log.info("PostgreSQL, Kafka and registry: containers");
            return Containers.start();
        }
        log.info("PostgreSQL, Kafka and registry: processes of this machine, as no Docker engine answers");
        return new Processes(SharedInfrastructure.get());
    }

    /** Processes of this machine. */
    record Processes(Infrastructure infrastructure) implements TestInfrastructure {

        @Override
        public String bootstrapServers() {
            return infrastructure.bootstrapServers();
        }

        @Override
        public String registryUrl() {
            return infrastructure.registryUrl();
        }

        @Override
        public Database createDatabase(String name) {
            return infrastructure.postgres().createDatabase(name);
        }
    }

    /** Started when first asked for. */
    final class Shared {
        private static final TestInfrastructure CHOSEN = choose(DockerEngine.ofThisMachine(System.getenv()));

        private Shared() {}
    }
}
