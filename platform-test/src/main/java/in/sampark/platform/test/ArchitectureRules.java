package in.sampark.platform.test;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.reactivestreams.Publisher;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * How the code of a service is built. A service is held to all of it by one test:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "in.sampark.meter", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
 * }
 * }</pre>
 */
public final class ArchitectureRules {

    @ArchTest
    public static final ArchRule domainKnowsOnlyJava = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations..", "..domain.."))
            .allowEmptyShould(true)
            .because("rules outlive frameworks, and run in milliseconds without them");

    @ArchTest
    public static final ArchRule adaptersBelongToTheirFeature = classes()
            .should(new UseOnlyOwnAdapters())
            .because("features meet in their domains and use cases, not in each other's tables, topics or pages");

    @ArchTest
    public static final ArchRule namesSayWhatItDoes = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Utils?|Manager|Helpers?|Common)(\\$.*)?")
            .because("a use case is a verb, an event past tense, a port a plural noun");

    @ArchTest
    public static final ArchRule dependenciesComeThroughTheConstructor = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    public static final ArchRule beansAreMadeInConfigurations = methods()
            .that()
            .areAnnotatedWith(Bean.class)
            .should()
            .beDeclaredInClassesThat()
            .haveNameMatching(".*(Configuration|Application)(\\$.*)?")
            .allowEmptyShould(true)
            .because("a feature is put together in one place");

    @ArchTest
    public static final ArchRule nullIsMarkedOncePerPackage = classes()
            .should(be(DescribedPredicate.describe(
                    "in a package marked @NullMarked", type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
            .because("the compiler can only check what is marked");

    @ArchTest
    public static final ArchRule endpointsSayWhoMayCall = methods()
            .that(areEndpoints())
            .should()
            .beAnnotatedWith(PreAuthorize.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(PreAuthorize.class)
            .allowEmptyShould(true)
            .because("an open endpoint is a decision: @PreAuthorize(\"permitAll()\")");

    @ArchTest
    public static final ArchRule endpointsAreReactive = methods()
            .that(areEndpoints())
            .should()
            .haveRawReturnType(assignableTo(Publisher.class))
            .allowEmptyShould(true)
            .because("@PreAuthorize cannot guard anything else");

    @ArchTest
    public static final ArchRule nothingBlocks = noClasses()
            .should()
            .callMethodWhere(target(owner(resideInAPackage("reactor.core.publisher")))
                    .and(target(nameMatching("block(First|Last|Optional)?"))))
            .because("only the platform waits, on the consumer's thread");

    @ArchTest
    public static final ArchRule nothingSleeps = noClasses()
            .should()
            .callMethodWhere(target(owner(assignableTo(Thread.class))).and(target(nameMatching("sleep"))))
            .because("what has to wait is scheduled");

    @ArchTest
    public static final ArchRule nothingIsPrinted =
            noClasses().should(ACCESS_STANDARD_STREAMS).because("a service logs");

    @ArchTest
    public static final ArchRule timeIsAClock = noClasses()
            .should()
            .callMethodWhere(looksAtTheRealTime())
            .because("time is a Clock, which a story or a test can set");

    @ArchTest
    public static final ArchRule listenersTakeBatches = methods()
            .that()
            .areAnnotatedWith(KafkaListener.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Listener")
            .andShould()
            .beDeclaredInClassesThat()
            .resideInAPackage("..messaging..")
            .allowEmptyShould(true)
            .because("a listener splits, delegates and waits");

    private ArchitectureRules() {}

    private static DescribedPredicate<JavaMethod> areEndpoints() {
        return DescribedPredicate.describe(
                "are endpoints",
                method -> method.isMetaAnnotatedWith(RequestMapping.class)
                        || method.isAnnotatedWith(RequestMapping.class));
    }

    private static DescribedPredicate<JavaCall<?>> looksAtTheRealTime() {
        return DescribedPredicate.describe("looks at the real time", call -> {
            boolean noArguments = call.getTarget().getRawParameterTypes().isEmpty();
            JavaClass type = call.getTargetOwner();
            String method = call.getName();
            return noArguments && type.getPackageName().equals("java.time") && method.equals("now")
                    || type.isEquivalentTo(System.class) && method.equals("currentTimeMillis");
        });
    }
}
