package in.sampark.consumer.selfservice.web;

import in.sampark.platform.web.CallerAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import reactor.util.context.ContextView;

/** Addresses as they count for limits: a customer of an IPv6 provider has a whole /64 of them. */
final class AddressBlock {

    private static final String NOWHERE = "unknown";
    private static final int NETWORK_BYTES = 8;

    private AddressBlock() {}

    /** Of whoever makes the request that is being answered. */
    static String of(ContextView context) {
        return CallerAddress.of(context).map(AddressBlock::of).orElse(NOWHERE);
    }

    /** @param literal an IPv4 or IPv6 address */
    static String of(String literal) {
        return InetAddress.ofLiteral(literal) instanceof Inet6Address long6
                ? HexFormat.of().formatHex(long6.getAddress(), 0, NETWORK_BYTES) + "::/64"
                : literal;
    }
}
