package in.sampark.consumer.selfservice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.selfservice.domain.SecondProof.MeterNumber;
import in.sampark.consumer.selfservice.domain.SecondProof.RechargeReference;
import org.junit.jupiter.api.Test;

class SecondProofTest {

    @Test
    void proofIsTheSameHoweverItIsTyped() {
        assertThat(new MeterNumber(" mh-01 23").canonical()).isEqualTo(new MeterNumber("MH0123").canonical());
    }

    @Test
    void meterNumberIsNoRechargeReference() {
        assertThat(new MeterNumber("MH01").canonical()).isNotEqualTo(new RechargeReference("MH01").canonical());
    }

    @Test
    void proofStaysOutOfText() {
        assertThat(new MeterNumber("MH01").toString()).doesNotContain("MH01");
        assertThat(new RechargeReference("GW1").toString()).doesNotContain("GW1");
    }
}
