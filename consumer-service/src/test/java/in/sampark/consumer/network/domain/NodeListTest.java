package in.sampark.consumer.network.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.consumer.network.domain.NodeList.Verdict;
import org.junit.jupiter.api.Test;

class NodeListTest {

    private final NodeList list = new NodeList();

    @Test
    void theSameFeederTwiceIsTakenOnce() {
        assertThat(list.next(feeder("F-1", "S-1", true), 2)).isInstanceOf(Verdict.Take.class);
        assertThat(list.next(feeder("f-1", "s-1", true), 3)).isEqualTo(new Verdict.PassBy());
    }

    @Test
    void whatIsInUseCountsMoreThanWhatIsNotWhicheverComesFirst() {
        list.next(feeder("F-1", "S-OLD", false), 2);
        assertThat(list.next(feeder("F-1", "S-NEW", true), 3)).isInstanceOf(Verdict.Take.class);
        assertThat(list.next(feeder("F-1", "S-OLD", false), 4)).isEqualTo(new Verdict.PassBy());
    }

    @Test
    void oneFeederUnderTwoSubstationsIsAContradiction() {
        list.next(feeder("F-1", "S-1", true), 2);
        assertThat(list.next(feeder("F-1", "S-2", true), 9))
                .isEqualTo(new Verdict.Reject("parent of feeder F-1: S-2 (expected: S-1, as line 2 has it)"));
    }

    private static Node feeder(String code, String substation, boolean active) {
        return new Node("DVVNL", NodeKind.FEEDER, new NodeCode(code), new NodeCode(substation), null, active);
    }
}
