package in.sampark.platform.test;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * The Docker engine of this machine, if there is one. Asked before Testcontainers is, which takes seconds to say that there is none
 * and logs it as an error.
 *
 * @param addresses where it may listen: {@code unix:///path} or {@code tcp://host:port}
 */
record DockerEngine(List<URI> addresses) {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(2);
    private static final byte[] PING =
            "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String ALIVE = " 200 ";
    private static final int STATUS_LINE = 32;

    /** Where Testcontainers would look too: at what the environment says, else at the usual sockets. */
    static DockerEngine ofThisMachine(Map<String, String> environment) {
        String said = environment.get("DOCKER_HOST");
        if (said != null && !said.isBlank()) {
            return new DockerEngine(List.of(URI.create(said)));
        }
        List<URI> usual = new ArrayList<>(List.of(URI.create("unix:///var/run/docker.sock")));
        if (environment.containsKey("XDG_RUNTIME_DIR")) {
            usual.add(URI.create("unix://" + environment.get("XDG_RUNTIME_DIR") + "/docker.sock"));
        }
        if (environment.containsKey("HOME")) {
            usual.add(URI.create("unix://" + environment.get("HOME") + "/.docker/run/docker.sock"));
        }
        return new DockerEngine(usual);
    }

    boolean answers() {
        return addresses.stream().anyMatch(DockerEngine::answers);
    }

    private static boolean answers(URI address) {
        try {
            return CompletableFuture.supplyAsync(
                            () -> alive(address), task -> Thread.ofVirtual().start(task))
                    .completeOnTimeout(false, ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            return false;
        }
    }

    private static boolean alive(URI address) {
        try (SocketChannel engine = SocketChannel.open(socket(address))) {
            engine.write(ByteBuffer.wrap(PING));
            ByteBuffer answer = ByteBuffer.allocate(STATUS_LINE);
            while (answer.hasRemaining() && engine.read(answer) >= 0) {
                // a socket gives what it has
            }
            return new String(answer.array(), StandardCharsets.US_ASCII).contains(ALIVE);
        } catch (IOException e) {
            return false;
        }
    }

    private static SocketAddress socket(URI address) {
        return "unix".equals(address.getScheme())
                ? UnixDomainSocketAddress.of(address.getPath())
                : new InetSocketAddress(address.getHost(), address.getPort());
    }
}
