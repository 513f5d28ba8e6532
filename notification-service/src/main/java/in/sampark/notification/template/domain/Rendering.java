package in.sampark.notification.template.domain;

/** What comes of filling a template. */
public sealed interface Rendering {

    /** A text to be sent. It may hold a code: {@code toString} does not show it. */
    record Text(String text, Segments segments) implements Rendering {

        @Override
        public String toString() {
            return "Text[" + segments + "]";
        }
    }

    /** The values do not make a text that the operators would carry. */
    record Unfit(String reason) implements Rendering {}
}
