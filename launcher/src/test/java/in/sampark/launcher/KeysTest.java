package in.sampark.launcher;

import static in.sampark.launcher.Keyset.FIELD;
import static in.sampark.launcher.Keyset.SEALING_PRIVATE;
import static in.sampark.launcher.Keyset.SEALING_PUBLIC;
import static in.sampark.launcher.Keyset.TOKEN_PRIVATE;
import static in.sampark.launcher.Keyset.TOKEN_PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.platform.security.SignConsumerTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    Path folder;

    @Test
    void onlyTheirOwnerCanReadThem() throws IOException {
        Map<Keyset, Path> files = new Keys(folder).of("notification-service", Set.of(FIELD, SEALING_PRIVATE));

        assertThat(files.values())
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    @Test
    void areMadeOnce() throws IOException {
        String first = Files.readString(of("consumer-service", FIELD));

        assertThat(Files.readString(of("consumer-service", FIELD))).isEqualTo(first);
    }

    @Test
    void servicesShareTheSealingPairAndNothingElse() throws IOException {
        assertThat(of("consumer-service", FIELD)).isNotEqualTo(of("notification-service", FIELD));
        assertThat(of("consumer-service", SEALING_PUBLIC)).isEqualTo(of("meter-service", SEALING_PUBLIC));
        assertThat(Files.readString(of("consumer-service", SEALING_PUBLIC)))
                .isNotEqualTo(Files.readString(of("notification-service", SEALING_PRIVATE)));
    }

    @Test
    void whoKnowsConsumersTokensHasThePublicHalfOfTheKeyThatSignsThem() throws IOException {
        SignConsumerTokens sign = SignConsumerTokens.with("file:" + of("consumer-service", TOKEN_PRIVATE));

        assertThat(sign.sign("DVVNL", "DVVNL:7010000001", Instant.now(), Duration.ofMinutes(1)))
                .isNotEmpty();
        assertThat(Files.readString(of("meter-service", TOKEN_PUBLIC)))
                .contains("JwtEcdsaPublicKey")
                .doesNotContain("JwtEcdsaPrivateKey");
    }

    private Path of(String service, Keyset keyset) throws IOException {
        return new Keys(folder).of(service, Set.of(keyset)).values().iterator().next();
    }
}
