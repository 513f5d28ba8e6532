package in.sampark.platform.settled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SettledControllerTest {

    /** A page of work that becomes announcements while it is asked for. */
    @Test
    void whatTurnsIntoAnnouncementsMeanwhileIsSeenAsThose() {
        AtomicLong announcements = new AtomicLong();
        Unsettled page = new Work("pages", 0, Mono.fromSupplier(() -> {
            announcements.set(8);
            return 0L;
        }));
        Unsettled outbox = new Work("announcements", Unsettled.ANNOUNCEMENTS, Mono.fromSupplier(announcements::get));

        assertThat(new SettledController(List.of(outbox, page)).settled().block())
                .extracting(SettledController.Settled::settled)
                .isEqualTo(false);
    }

    private record Work(String what, int getOrder, Mono<Long> count) implements Unsettled {}
}
