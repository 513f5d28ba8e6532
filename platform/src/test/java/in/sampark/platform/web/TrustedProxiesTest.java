package in.sampark.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static final TrustedProxies NOBODY = new TrustedProxies(List.of());
    private static final TrustedProxies OURS = new TrustedProxies(List.of("10.0.0.0/8", "fd00::/8"));

    @Test
    void aStrangerIsNotBelieved() {
        assertThat(caller(NOBODY, "198.51.100.7", "203.0.113.1")).isEqualTo("198.51.100.7");
        assertThat(caller(OURS, "198.51.100.7", "203.0.113.1")).isEqualTo("198.51.100.7");
    }

    @Test
    void aTrustedProxyIsBelieved() {
        assertThat(caller(OURS, "10.1.2.3", "203.0.113.1")).isEqualTo("203.0.113.1");
        assertThat(caller(OURS, "fd00:0:0:0:0:0:0:1", "2001:db8::9")).isEqualTo("2001:db8:0:0:0:0:0:9");
    }

    @Test
    void whatTheCallerWroteItselfDoesNotCount() {
        assertThat(caller(OURS, "10.1.2.3", "192.0.2.66, 203.0.113.1, 10.9.9.9"))
                .isEqualTo("203.0.113.1");
        assertThat(caller(OURS, "10.1.2.3", "192.0.2.66", "203.0.113.1")).isEqualTo("203.0.113.1");
    }

    @Test
    void whatIsNoAddressEndsTheWay() {
        assertThat(caller(OURS, "10.1.2.3", "unknown")).isEqualTo("10.1.2.3");
        assertThat(caller(OURS, "10.1.2.3", "203.0.113.1, example.org, 10.9.9.9"))
                .isEqualTo("10.9.9.9");
        assertThat(caller(OURS, "10.1.2.3")).isEqualTo("10.1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "10.0.0.0/x", "proxy.example.org/32"})
    void aNetworkThatIsNoneIsRefused(String network) {
        assertThatThrownBy(() -> new TrustedProxies(List.of(network)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(network);
    }

    private static String caller(TrustedProxies proxies, String peer, String... forwarded) {
        return proxies.callerOf(InetAddress.ofLiteral(peer), List.of(forwarded)).getHostAddress();
    }
}
