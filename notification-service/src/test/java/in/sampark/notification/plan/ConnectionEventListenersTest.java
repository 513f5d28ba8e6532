package in.sampark.notification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class ConnectionEventListenersTest {

    @Test
    void aTopicThatARuleNamesIsListenedToOnce() {
        GenericApplicationContext context = context("meter.bills.v1", "meter.recharge-credited.v1");

        assertThat(context.getBeanDefinitionNames())
                .containsExactly("meter.bills.v1 listener", "meter.recharge-credited.v1 listener");
    }

    @Test
    void soAreAllThatOvertakeANotice() {
        GenericApplicationContext context = context("meter.bills.v1", "meter.supply-due.v1,meter.recharge-credited.v1");

        assertThat(context.getBeanDefinitionNames())
                .containsExactlyInAnyOrder(
                        "meter.bills.v1 listener",
                        "meter.supply-due.v1 listener",
                        "meter.recharge-credited.v1 listener");
    }

    @Test
    void whatOthersWriteIsNoEventOfARule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> context("utility.recharges.v1", "meter.recharge-credited.v1"))
                .withMessageStartingWith("sampark.notices: event utility.recharges.v1 (expected: a topic of Topics");
    }

    private static GenericApplicationContext context(String event, String overtakenBy) {
        var context = new GenericApplicationContext();
        context.setEnvironment(new MockEnvironment()
                .withProperty("sampark.notices[0].kind", "ANY")
                .withProperty("sampark.notices[0].event", event)
                .withProperty("sampark.notices[0].audience", "verified-contact")
                .withProperty("sampark.notices[0].lane", "alert")
                .withProperty("sampark.notices[0].relevant-for", "1h")
                .withProperty("sampark.notices[0].channels[0]", "sms")
                .withProperty("sampark.notices[0].overtaken-by", overtakenBy)
                .withProperty("sampark.notices[0].templates[0].use", "any"));
        context.register(new ConnectionEventListeners());
        return context;
    }
}
