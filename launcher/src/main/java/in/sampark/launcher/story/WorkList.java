package in.sampark.launcher.story;

import in.sampark.launcher.RunningSystem;
import in.sampark.launcher.story.Api.Who;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The consumers whom nobody could reach, those who owe most first, as a field officer sees them. */
final class WorkList {

    /** Who is to be visited. */
    record Entry(String connectionId, String feederCode) {}

    private final Api api;
    private final URI address;
    private final Who officer;

    WorkList(Api api, RunningSystem system, Who officer) {
        this.api = api;
        this.address = system.service("campaign-service").resolve("/api/v1/worklist?limit=200");
        this.officer = officer;
    }

    /** The whole list: the story has fewer consumers than a page has room. */
    List<Entry> entries() {
        JsonNode page = api.get(address, officer);
        return StreamSupport.stream(page.required("entries").spliterator(), false)
                .map(item -> new Entry(
                        item.required("connectionId").asString(),
                        item.required("feederCode").asString()))
                .toList();
    }
}
