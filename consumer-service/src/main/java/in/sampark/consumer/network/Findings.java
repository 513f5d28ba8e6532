package in.sampark.consumer.network;

import in.sampark.consumer.network.domain.Finding;
import java.util.Objects;
import reactor.core.publisher.Flux;

/** Where connections and network do not fit together. */
public interface Findings {

    /**
     * What the connections of an area name that the network does not have there, or has no longer in use, and what connections of other areas
     * name that is in this one by the network. Reads all of the area.
     *
     * @param after where the page begins
     */
    Flux<Finding> within(String discom, String areaPath, Place after, int limit);

    /** A place in the order of findings: by kind, the most connections first. */
    record Place(String kind, long connections, String code, String under) {

        /** Before all. */
        public static final Place START = new Place("", 0, "", "");

        public static Place of(Finding finding) {
            return new Place(
                    finding.kind().name(),
                    finding.connections(),
                    finding.code(),
                    Objects.requireNonNullElse(finding.under(), ""));
        }
    }
}
