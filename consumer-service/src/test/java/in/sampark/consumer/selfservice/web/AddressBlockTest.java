package in.sampark.consumer.selfservice.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressBlockTest {

    @Test
    void ipv4AddressCountsForItself() {
        assertThat(AddressBlock.of("198.51.100.7")).isEqualTo("198.51.100.7");
    }

    @Test
    void ipv6AddressesOfOneCustomerCountAsOne() {
        assertThat(AddressBlock.of("2001:db8:1:2:aaaa::1"))
                .isEqualTo(AddressBlock.of("2001:db8:1:2::ffff"))
                .isNotEqualTo(AddressBlock.of("2001:db8:1:3::1"));
    }
}
