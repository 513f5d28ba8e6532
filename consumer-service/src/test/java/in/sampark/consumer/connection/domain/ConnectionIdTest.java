package in.sampark.consumer.connection.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionIdTest {

    @Test
    void isReadBackFromItsText() {
        var id = new ConnectionId("DVVNL", "7010000001");

        assertThat(ConnectionId.parse(id.toString())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DVVNL", ":7010000001", "DVVNL:", "DVVNL:70:1", "DVVNL:7%", "DV VNL:7010000001"})
    void textWithoutCompanyAndAccountIsNoId(String text) {
        assertThat(ConnectionId.parse(text)).isEmpty();
    }

    @Test
    void wrongAccountNumberCannotBeBuilt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConnectionId("DVVNL", "70/1"))
                .withMessageContaining("70/1");
    }
}
