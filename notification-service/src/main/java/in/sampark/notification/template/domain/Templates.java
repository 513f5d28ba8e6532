package in.sampark.notification.template.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Every template in every language. */
public final class Templates {

    private final List<String> languages;
    private final Map<String, Map<String, Template>> byName;

    /**
     * @param languages codes; the first is spoken to those whose language is not among them
     * @param byName templates by name, then language
     * @throws IllegalArgumentException when a template is missing in a language
     */
    public Templates(List<String> languages, Map<String, Map<String, Template>> byName) {
        this.languages = List.copyOf(languages);
        this.byName = Map.copyOf(byName);
        byName.forEach((name, inLanguages) -> {
            if (!inLanguages.keySet().containsAll(languages)) {
                throw new IllegalArgumentException(
                        "template " + name + ": " + inLanguages.keySet() + " (expected: " + languages + ")");
            }
        });
    }

    /**
     * The template in a language, or in the first one if that is not spoken here.
     *
     * @throws IllegalArgumentException for a name that does not exist
     */
    public Template find(String name, String language) {
        Map<String, Template> inLanguages = require(name);
        Template found = inLanguages.get(language);
        return found == null ? Objects.requireNonNull(inLanguages.get(languages.getFirst())) : found;
    }

    /** The template in just this language, if there is one. */
    public Optional<Template> exactly(String name, String language) {
        return Optional.ofNullable(byName.get(name)).map(inLanguages -> inLanguages.get(language));
    }

    /**
     * Makes sure there is such a template; answers with it by language.
     *
     * @throws IllegalArgumentException for a name that does not exist
     */
    public Map<String, Template> require(String name) {
        Map<String, Template> inLanguages = byName.get(name);
        if (inLanguages == null) {
            throw new IllegalArgumentException("template: " + name + " (expected: one of " + byName.keySet() + ")");
        }
        return inLanguages;
    }

    /** All of them. */
    public List<Template> all() {
        return byName.values().stream().flatMap(each -> each.values().stream()).toList();
    }
}
