package in.sampark.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class DockerEngineTest {

    @TempDir
    Path folder;

    @Test
    void isLookedForWhereItUsuallyListens() {
        assertThat(DockerEngine.ofThisMachine(Map.of("HOME", "/home/asha", "XDG_RUNTIME_DIR", "/run/user/1000"))
                        .addresses())
                .map(URI::toString)
                .containsExactly(
                        "unix:///var/run/docker.sock",
                        "unix:///run/user/1000/docker.sock",
                        "unix:///home/asha/.docker/run/docker.sock");
    }

    @Test
    void isLookedForOnlyWhereTheEnvironmentSaysIfItDoes() {
        assertThat(DockerEngine.ofThisMachine(Map.of("DOCKER_HOST", "tcp://10.0.0.7:2375", "HOME", "/home/asha"))
                        .addresses())
                .containsExactly(URI.create("tcp://10.0.0.7:2375"));
    }

    @Test
    void answersWhenItSaysItIsWell() throws IOException {
        assertThat(engineSaying("HTTP/1.0 200 OK\r\nApi-Version: 1.51\r\n\r\nOK")
                        .answers())
                .isTrue();
    }

    @Test
    void doesNotAnswerWhenItIsIllOrSilentOrNotThere() throws IOException {
        assertThat(engineSaying("HTTP/1.0 503 Service Unavailable\r\n\r\n").answers())
                .isFalse();
        assertThat(engineSaying("").answers()).isFalse();
        assertThat(new DockerEngine(List.of(URI.create("unix://" + folder.resolve("nobody.sock")))).answers())
                .isFalse();
        assertThat(new DockerEngine(List.of(URI.create("tcp://127.0.0.1:1"))).answers())
                .isFalse();
    }

    @Test
    void imagesHaveTheVersionsOfTheProcesses() {
        assertThat(Containers.images().getProperty("kafka")).matches("apache/kafka:\\d+\\.\\d+\\.\\d+");
        assertThat(Containers.images().getProperty("registry"))
                .matches("apicurio/apicurio-registry:\\d+\\.\\d+\\.\\d+");
    }

    /** One that answers a single question and then stays silent. */
    private DockerEngine engineSaying(String answer) throws IOException {
        Path socket = folder.resolve("engine" + answer.length() + ".sock");
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Thread.ofVirtual().start(() -> {
            try (server;
                    SocketChannel client = server.accept()) {
                client.read(ByteBuffer.allocate(1024));
                client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
                client.read(ByteBuffer.allocate(1024));
            } catch (IOException e) {
                // whoever asked has gone
            }
        });
        return new DockerEngine(List.of(URI.create("unix://" + socket)));
    }
}
