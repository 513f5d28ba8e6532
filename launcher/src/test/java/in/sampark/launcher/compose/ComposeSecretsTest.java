package in.sampark.launcher.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeSecretsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void compose() throws IOException {
        Files.writeString(folder.resolve("docker-compose.yml"), """
                a: ${KAFKA_PASSWORD_METER_SERVICE:?run compose/prepare}
                b: ${SEALING_PUBLIC:?run} ${SEALING_PRIVATE:?run}
                c: ${METER_PORT:-8082}
                d: ${SMS_URL:?run}
                e: ${TOKEN_PUBLIC:?run} ${TOKEN_PRIVATE:?run}
                """);
    }

    @Test
    void makesWhatIsDemandedAndNothingElse() throws IOException {
        new ComposeSecrets(folder).complete();

        assertThat(env())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).matches("KAFKA_PASSWORD_METER_SERVICE='[\\w-]{32}'"),
                        line -> assertThat(line).startsWith("SEALING_PUBLIC='{\"primaryKeyId\":"),
                        line -> assertThat(line).startsWith("SEALING_PRIVATE='{\"primaryKeyId\":"),
                        line -> assertThat(line).startsWith("TOKEN_PUBLIC='{\"primaryKeyId\":"),
                        line -> assertThat(line).startsWith("TOKEN_PRIVATE='{\"primaryKeyId\":"),
                        line -> assertThat(line).isEqualTo("SMS_URL='http://simulator:8080/sms/messages'"));
    }

    @Test
    void onlyItsOwnerCanReadIt() throws IOException {
        new ComposeSecrets(folder).complete();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(".env"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsThereStays() throws IOException {
        new ComposeSecrets(folder).complete();
        List<String> first = env();
        new ComposeSecrets(folder).complete();
        assertThat(env()).isEqualTo(first);

        Files.writeString(folder.resolve(".env"), "SMS_URL=https://gateway.example/send\n");
        new ComposeSecrets(folder).complete();
        assertThat(env()).contains("SMS_URL=https://gateway.example/send").hasSize(6);
    }

    @Test
    void halfASealingPairIsNotMatchedWithAnother() throws IOException {
        Files.writeString(folder.resolve(".env"), "SEALING_PUBLIC='{}'\n");

        assertThatThrownBy(() -> new ComposeSecrets(folder).complete())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected: both");
    }

    private List<String> env() throws IOException {
        return Files.readAllLines(folder.resolve(".env"));
    }
}
