package in.sampark.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

    private static final JavaClasses PROBE = new ClassFileImporter()
            .withImportOption(location -> !location.contains("Test.class"))
            .importPackages("in.sampark.platform.test.probe");
    private static final JavaClasses FAULTY = new ClassFileImporter().importPackages("in.sampark.faulty");

    static List<Arguments> faults() {
        return List.of(
                Arguments.of(ArchitectureRules.domainKnowsOnlyJava, "Tariff"),
                Arguments.of(ArchitectureRules.adaptersBelongToTheirFeature, "PriceReadings"),
                Arguments.of(ArchitectureRules.namesSayWhatItDoes, "TariffUtils"),
                Arguments.of(ArchitectureRules.dependenciesComeThroughTheConstructor, "PriceReadings"),
                Arguments.of(ArchitectureRules.beansAreMadeInConfigurations, "PriceReadings"),
                Arguments.of(ArchitectureRules.nullIsMarkedOncePerPackage, "TariffUtils"),
                Arguments.of(ArchitectureRules.endpointsSayWhoMayCall, "PriceReadings"),
                Arguments.of(ArchitectureRules.endpointsAreReactive, "PriceReadings"),
                Arguments.of(ArchitectureRules.nothingBlocks, "PriceReadings"),
                Arguments.of(ArchitectureRules.nothingSleeps, "PriceReadings"),
                Arguments.of(ArchitectureRules.nothingIsPrinted, "PriceReadings"),
                Arguments.of(ArchitectureRules.timeIsAClock, "PriceReadings"),
                Arguments.of(ArchitectureRules.listenersTakeBatches, "PriceReadings"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsTheFault(ArchRule rule, String where) {
        EvaluationResult result = rule.evaluate(FAULTY);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().getDetails()).anyMatch(detail -> detail.contains(where));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void acceptsWhatIsInOrder(ArchRule rule, String where) {
        assertThat(rule.evaluate(PROBE).getFailureReport().getDetails()).isEmpty();
    }

    @Test
    void everyRuleIsTried() {
        assertThat(ArchitectureRules.class.getFields()).hasSameSizeAs(faults());
    }
}
