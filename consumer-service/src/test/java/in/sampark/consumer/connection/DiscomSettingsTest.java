package in.sampark.consumer.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

class DiscomSettingsTest {

    @Test
    void withoutASettingThereIsOneCompany() throws Exception {
        assertThat(settings(Map.of()).accountNumbers().toString()).isEqualTo("{DVVNL=[0-9]{10}}");
    }

    @Test
    void anEnvironmentVariableNamesCompaniesAsTheyAreWritten() throws Exception {
        Map<String, Object> variables = Map.of("SAMPARK_DISCOMS", "DVVNL=[0-9]{10} PVVNL=[0-9]{10,12}  Ab-1=x");

        assertThat(settings(variables).accountNumbers())
                .hasEntrySatisfying("DVVNL", pattern -> assertThat(pattern).hasToString("[0-9]{10}"))
                .hasEntrySatisfying("PVVNL", pattern -> assertThat(pattern).hasToString("[0-9]{10,12}"))
                .containsOnlyKeys("DVVNL", "PVVNL", "Ab-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DVVNL", "DVVNL=", "=[0-9]{10}", "A/B=x", "A=x A=y", "A=["})
    void whatNamesNoCompanyIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DiscomSettings.Discoms.of(text));
    }

    private static DiscomSettings settings(Map<String, Object> variables) throws Exception {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        List.copyOf(sources.stream().toList()).forEach(source -> sources.remove(source.getName()));
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .forEach(sources::addLast);
        ConfigurationPropertySources.attach(environment);
        return Binder.get(environment).bind("sampark", DiscomSettings.class).get();
    }
}
