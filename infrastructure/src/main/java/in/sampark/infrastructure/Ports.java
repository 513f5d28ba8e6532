package in.sampark.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicLong;

/** Ports of the loopback interface. */
public final class Ports {

    /** Below what operating systems hand out to clients, so that no connection takes a port between look and use. */
    private static final int FIRST = 20_000;

    private static final int LAST = 32_000;

    /** How far apart processes begin that were started one after the other, so that each looks among ports of its own. */
    private static final int PORTS_OF_A_PROCESS = 97;

    private static final AtomicLong NEXT =
            new AtomicLong(ProcessHandle.current().pid() * PORTS_OF_A_PROCESS);

    private Ports() {}

    /** A port nobody listens on, and that was given to nobody else here who has yet to listen. */
    public static int free() {
        while (true) {
            int port = FIRST + (int) (NEXT.getAndIncrement() % (LAST - FIRST));
            if (isFree(port)) {
                return port;
            }
        }
    }

    /** Whether a server could listen there now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
