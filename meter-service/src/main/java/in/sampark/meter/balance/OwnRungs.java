package in.sampark.meter.balance;

import in.sampark.platform.messaging.Projected;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Below what consumers want to be warned. Joins the caller's transaction. */
public interface OwnRungs {

    /**
     * What a consumer asked for.
     *
     * @param paise when so much is left; null when not asked for
     * @param days when it lasts for so many days; null when not asked for
     */
    record Wish(@Nullable Long paise, @Nullable Integer days) {

        public static final Wish NONE = new Wish(null, null);
    }

    /** Keeps the last word on each connection; an older one than is held is ignored. */
    Mono<Void> keep(Collection<Projected<Wish>> wishes);

    /** The same for a batch in the order of the topic. */
    default Mono<Void> follow(List<Projected<Wish>> inOrder) {
        return keep(Projected.lastOfEach(inOrder));
    }
}
