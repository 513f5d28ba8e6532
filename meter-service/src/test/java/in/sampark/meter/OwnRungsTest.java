package in.sampark.meter;

import static org.assertj.core.api.Assertions.assertThat;

import in.sampark.meter.balance.OwnRungs;
import in.sampark.meter.balance.OwnRungs.Wish;
import in.sampark.platform.messaging.Projected;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MeterServiceTest
class OwnRungsTest {

    private static final String ID = "DVVNL:7235000001";

    @Autowired
    OwnRungs ownRungs;

    @Autowired
    Observer service;

    @Test
    void whoIsErasedAndComesBackIsWarnedBelowWhatTheyWantThen() {
        Projected<Wish> wish = new Projected<>(ID, 4, 10, new Wish(90_000L, null));
        Projected<Wish> erased = new Projected<>(ID, 0, 11, null);
        Projected<Wish> back = new Projected<>(ID, 5, 12, new Wish(50_000L, null));
        keep(wish);
        assertThat(held()).isEqualTo("90000");
        keep(erased);
        keep(wish);
        assertThat(held()).isEqualTo("none");
        keep(back);
        keep(erased);
        keep(wish);

        assertThat(held()).isEqualTo("50000");
    }

    private void keep(Projected<Wish> wish) {
        ownRungs.follow(List.of(wish)).block();
    }

    private String held() {
        return service.text("select coalesce(paise::text, 'none') from own_rung where connection_id = '" + ID + "'");
    }
}
