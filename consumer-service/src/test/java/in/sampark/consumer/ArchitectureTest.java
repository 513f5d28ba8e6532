package in.sampark.consumer;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import in.sampark.platform.test.ArchitectureRules;

@AnalyzeClasses(packages = "in.sampark.consumer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule FEATURES_BUILD_ON_EACH_OTHER_ONE_WAY = SlicesRuleDefinition.slices()
            .matching("in.sampark.consumer.(*)..")
            .should()
            .beFreeOfCycles();
}
