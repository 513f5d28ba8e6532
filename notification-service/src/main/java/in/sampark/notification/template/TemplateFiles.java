package in.sampark.notification.template;

import in.sampark.notification.template.domain.Category;
import in.sampark.notification.template.domain.Language;
import in.sampark.notification.template.domain.Registration;
import in.sampark.notification.template.domain.Template;
import in.sampark.notification.template.domain.Templates;
import in.sampark.notification.template.domain.Variable;
import in.sampark.platform.time.India;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads {@code templates/<name>/<language>.yml} and {@code languages/<language>.yml} from the class path. */
final class TemplateFiles {

    /** A language's file. */
    record LanguageFile(Locale locale, String time, String dateTime, String date) {

        Language language(String code) {
            return Language.of(code, locale, India.ZONE, time, dateTime, date);
        }
    }

    /** A template's file. */
    record TemplateFile(
            String header,
            String principalEntityId,
            String templateId,
            Category category,
            String registered,
            int maxSegments,
            @DefaultValue List<VariableEntry> variables) {

        Template template(String name, Language language) {
            return new Template(
                    name,
                    language,
                    new Registration(header, principalEntityId, templateId, category),
                    registered,
                    variables.stream().map(VariableEntry::variable).toList(),
                    maxSegments);
        }
    }

    record VariableEntry(
            String value, @DefaultValue("PLAIN") Variable.Form as) {

        Variable variable() {
            return new Variable(value, as);
        }
    }

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final YamlPropertySourceLoader yaml = new YamlPropertySourceLoader();

    /** @throws IllegalArgumentException when a file is missing, incomplete or wrong; the message names it */
    Templates read(List<String> languages) {
        try {
            var byName = new HashMap<String, Map<String, Template>>();
            for (String code : languages) {
                Language language = read(
                                resources.getResource("classpath:languages/" + code + ".yml"), LanguageFile.class)
                        .language(code);
                for (Resource file : resources.getResources("classpath*:templates/*/" + code + ".yml")) {
                    String name = folder(file);
                    byName.computeIfAbsent(name, any -> new HashMap<>()).put(code, template(file, name, language));
                }
            }
            return new Templates(languages, byName);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Template template(Resource file, String name, Language language) throws IOException {
        try {
            return read(file, TemplateFile.class).template(name, language);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private <T> T read(Resource file, Class<T> type) throws IOException {
        List<PropertySource<?>> sources = yaml.load(file.getDescription(), file);
        return new Binder(ConfigurationPropertySources.from(sources))
                .bind("", Bindable.of(type), new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .get();
    }

    private static String folder(Resource file) throws IOException {
        String[] path = file.getURL().getPath().split("/");
        return path[path.length - 2];
    }
}
