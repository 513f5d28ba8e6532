package in.sampark.meter.yaml;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.StreamReader;

/** The text of a file of rules, which may turn out to be no YAML. */
final class YamlText {

    private YamlText() {}

    /** @throws InvalidFileException when it is no YAML, or nothing */
    static Node root(String file, Reader text, String expected) {
        String yaml = printable(file, text);
        try {
            @Nullable Node root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
            if (root == null) throw new InvalidFileException(file + ": empty (expected: " + expected + ")");
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw noYaml(file + " line " + line, e.getProblem(), expected);
        } catch (YAMLException e) {
            throw noYaml(file, e.getMessage(), expected);
        }
    }

    private static InvalidFileException noYaml(String where, @Nullable String problem, String expected) {
        return new InvalidFileException(where + ": " + problem + " (expected: " + expected + " in YAML)");
    }

    /** YAML has no control characters, of which a file in UTF-16 seems to be full. */
    private static String printable(String file, Reader text) {
        try {
            List<String> lines = text.readAllLines();
            for (int index = 0; index < lines.size(); index++) {
                if (!StreamReader.isPrintable(lines.get(index))) {
                    throw new InvalidFileException(file + " line " + (index + 1)
                            + ": a character that YAML has not (expected: text in UTF-8)");
                }
            }
            return String.join("\n", lines);
        } catch (IOException e) {
            throw new InvalidFileException(file + " (expected: a readable file): " + e.getMessage());
        }
    }
}
