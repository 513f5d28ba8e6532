package in.sampark.notification.template.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A registered text and what fills it. The text sent is the registered one with its variables filled in order, so that it cannot
 * differ from what the operators compare it with.
 */
public final class Template {

    private static final Pattern TAG = Pattern.compile("\\{#(\\w+)#}");

    private final String name;
    private final Language language;
    private final Registration registration;
    private final String registered;
    /** What stands before, between and after the variables. */
    private final List<String> between;

    private final List<Blank> blanks;
    private final int maxSegments;

    /**
     * @param registered the text with a tag, {@code {#numeric#}} or {@code {#alphanumeric#}}, in the place of each variable
     * @param variables in the order of their tags
     * @throws IllegalArgumentException when there are not as many variables as tags, or a tag is unknown
     */
    public Template(
            String name,
            Language language,
            Registration registration,
            String registered,
            List<Variable> variables,
            int maxSegments) {
        this.name = name;
        this.language = language;
        this.registration = registration;
        this.registered = registered;
        this.between = List.of(TAG.split(registered, -1));
        this.maxSegments = maxSegments;
        List<VariableType> types = TAG.matcher(registered)
                .results()
                .map(tag -> VariableType.of(tag.group(1)))
                .toList();
        if (types.size() != variables.size()) {
            throw new IllegalArgumentException(
                    this + ": " + variables.size() + " variables (expected: " + types.size() + ", as tagged)");
        }
        this.blanks = IntStream.range(0, types.size())
                .mapToObj(i -> new Blank(variables.get(i), types.get(i), language))
                .toList();
    }

    /** The text for these values, or why they do not make one. */
    public Rendering render(Map<String, String> values) {
        var filled = new StringBuilder(between.getFirst());
        var filling = new LinkedHashMap<String, String>();
        for (int i = 0; i < blanks.size(); i++) {
            Blank blank = blanks.get(i);
            String raw = blank.variable().of(values, language);
            if (raw == null) {
                return unfit(blank, "missing");
            }
            Blank.Written written = blank.written(raw);
            if (written.fault() != null) {
                return unfit(blank, written.fault());
            }
            filling.put(blank.variable().value(), written.text());
            filled.append(written.text()).append(between.get(i + 1));
        }
        return finished(filled.toString(), filling);
    }

    public Registration registration() {
        return registration;
    }

    public String name() {
        return name;
    }

    /** ISO 639-1. */
    public String language() {
        return language.code();
    }

    /** The text with a tag in the place of each variable. */
    public String registered() {
        return registered;
    }

    /** In how many parts a text of it may be sent at most. */
    public int maxSegments() {
        return maxSegments;
    }

    /** Names of the values it needs. */
    public List<String> values() {
        return blanks.stream().map(blank -> blank.variable().value()).toList();
    }

    /** What fills it, in order. */
    public List<Variable> variables() {
        return blanks.stream().map(Blank::variable).toList();
    }

    /** Name and language. */
    @Override
    public String toString() {
        return name + "/" + language.code();
    }

    private Rendering finished(String text, Map<String, String> filling) {
        Segments segments = Segments.of(text);
        return segments.count() > maxSegments
                ? new Rendering.Unfit(this + ": " + segments.count() + " segments (expected: <= " + maxSegments + ")")
                : new Rendering.Text(text, segments, filling);
    }

    /** The reason names the value and never quotes it: it may be personal. */
    private Rendering unfit(Blank blank, String fault) {
        return new Rendering.Unfit(this + ": " + blank.variable().value() + " " + fault);
    }
}
