package in.sampark.campaign;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import in.sampark.contract.consumer.Contact;
import in.sampark.platform.test.ArchitectureRules;

@AnalyzeClasses(packages = "in.sampark.campaign", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule numbersAreNotTouched = noClasses()
            .should()
            .callMethod(Contact.class, "getSealedNumber")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("in.sampark.platform.crypto..")
            .because("whom to visit does not depend on a number, and the service has no key to open one");
}
