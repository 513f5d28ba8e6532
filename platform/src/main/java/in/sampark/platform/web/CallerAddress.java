package in.sampark.platform.web;

import java.net.InetAddress;
import java.util.Optional;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * From where the request came that is being answered. It travels in the Reactor context, so that what is noted far below the
 * web layer can name it.
 */
public final class CallerAddress {

    private static final String KEY = CallerAddress.class.getName();

    private CallerAddress() {}

    /** The address as text, or nothing when no request is being answered. */
    public static Optional<String> of(ContextView context) {
        return context.<InetAddress>getOrEmpty(KEY).map(InetAddress::getHostAddress);
    }

    /** The context of what is done for a request from the address, be it answered already. */
    public static Context in(Context context, InetAddress address) {
        return context.put(KEY, address);
    }
}
