package in.sampark.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is published of the topics is what they are. */
class AsyncApiTest {

    private static final Path PUBLISHED = Path.of("src/main/resources/asyncapi.yaml");

    @BeforeAll
    static void publish() throws IOException {
        if (Baseline.freezing()) {
            Files.createDirectories(PUBLISHED.getParent());
            Files.writeString(PUBLISHED, AsyncApi.yaml());
        }
    }

    @Test
    void thePublishedDocumentDescribesTheCatalogueAsItIs() throws IOException {
        assertThat(Files.readString(PUBLISHED))
                .as(PUBLISHED + " has to be made anew by " + Baseline.FREEZE)
                .isEqualTo(AsyncApi.yaml());
    }

    @Test
    void theDocumentIsAsyncApi3() throws IOException {
        assertThat(specification().validate(Files.readString(PUBLISHED), InputFormat.YAML))
                .isEmpty();
    }

    @Test
    void theSpecificationFindsWhatIsWrong() throws IOException {
        String published = Files.readString(PUBLISHED);

        assertThat(specification().validate(published.replace("action: send", "action: shout"), InputFormat.YAML))
                .isNotEmpty();
        assertThat(specification().validate(published.replace("type: enum", "type: choice"), InputFormat.YAML))
                .isNotEmpty();
        assertThat(specification().validate(published.replace("partitions: 12", "partitions: many"), InputFormat.YAML))
                .isNotEmpty();
    }

    private static JsonSchema specification() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(Files.readString(Path.of("src/test/resources/asyncapi/asyncapi-3.0.0.json")));
    }
}
