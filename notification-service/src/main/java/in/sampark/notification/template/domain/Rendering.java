package in.sampark.notification.template.domain;

import java.util.Map;

/** What comes of filling a template. */
public sealed interface Rendering {

    /**
     * A text to be sent. It may hold a code: {@code toString} does not show it.
     *
     * @param variables what fills it, as people read it, by name in the order of the text
     */
    record Text(String text, Segments segments, Map<String, String> variables) implements Rendering {

        @Override
        public String toString() {
            return "Text[" + segments + "]";
        }
    }

    /** The values do not make a text that the operators would carry. */
    record Unfit(String reason) implements Rendering {}
}
