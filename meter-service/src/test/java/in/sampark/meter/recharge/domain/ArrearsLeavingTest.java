package in.sampark.meter.recharge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.recharge.domain.Arrears.Band;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class ArrearsLeavingTest {

    private static final Arrears ARREARS = new Arrears(
            List.of(new Band(200_000, 10), new Band(500_000, 15), new Band(Arrears.ABOVE_ALL, 100)), Map.of());

    @Property
    void theLeastRechargeIsNamedThatLeavesSoMuch(
            @ForAll @LongRange(min = 0, max = 1_000_000) long paise,
            @ForAll @LongRange(min = -100, max = 600_000) long owed) {
        long recharge = ARREARS.leaving("DVVNL", paise, owed);

        assertThat(left(recharge, owed)).isGreaterThanOrEqualTo(paise);
        if (recharge > 0) assertThat(left(recharge - 1, owed)).isLessThan(paise);
    }

    private static long left(long recharge, long owed) {
        return recharge - ARREARS.part("DVVNL", recharge, owed);
    }
}
