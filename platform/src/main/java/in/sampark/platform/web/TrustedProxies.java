package in.sampark.platform.web;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * The proxies that are believed when they say for whom they forward. Anybody can write the header; so it is read from its end, as far as
 * trusted proxies wrote it, and the first address that is not one of them is the caller's.
 */
final class TrustedProxies {

    static final String HEADER = "X-Forwarded-For";

    private static final int ANY_PORT = 0;

    private final List<IpSubnetFilterRule> networks;

    /** @param networks addresses with the length of their prefix, e.g. {@code 10.0.0.0/8} */
    TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(TrustedProxies::network).toList();
    }

    /**
     * From where a request really came.
     *
     * @param peer who opened the connection
     * @param forwarded the header's values, in their order
     */
    InetAddress callerOf(InetAddress peer, List<String> forwarded) {
        InetAddress caller = peer;
        List<String> hops = List.of(String.join(",", forwarded).split(",", -1)).reversed();
        for (String hop : hops) {
            Optional<InetAddress> before = trusts(caller) ? address(hop.strip()) : Optional.empty();
            if (before.isEmpty()) {
                return caller;
            }
            caller = before.get();
        }
        return caller;
    }

    private boolean trusts(InetAddress address) {
        return networks.stream().anyMatch(network -> network.matches(new InetSocketAddress(address, ANY_PORT)));
    }

    private static Optional<InetAddress> address(String literal) {
        try {
            return Optional.of(InetAddress.ofLiteral(literal));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static IpSubnetFilterRule network(String text) {
        int slash = text.indexOf('/');
        try {
            return new IpSubnetFilterRule(
                    InetAddress.ofLiteral(text.substring(0, slash)),
                    Integer.parseInt(text.substring(slash + 1)),
                    IpFilterRuleType.ACCEPT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "sampark.web.trusted-proxies: " + text + " (expected: <address>/<length of prefix>)", e);
        }
    }
}
