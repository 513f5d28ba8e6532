package in.sampark.platform.test;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adapters are the packages {@code web}, {@code r2dbc}, {@code messaging} and {@code csv} of a feature. Only their own
 * feature may use them. What other modules offer is not an adapter in this sense.
 */
final class UseOnlyOwnAdapters extends ArchCondition<JavaClass> {

    private static final Pattern ADAPTER =
            Pattern.compile("((in\\.sampark\\.\\w+)\\..+?)\\.(web|r2dbc|messaging|csv)(\\..*)?");

    UseOnlyOwnAdapters() {
        super("use only the adapters of their own feature");
    }

    @Override
    public void check(JavaClass origin, ConditionEvents events) {
        origin.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> strange(origin, dependency.getTargetClass()))
                .map(Dependency::getDescription)
                .map(description -> SimpleConditionEvent.violated(origin, description))
                .forEach(events::add);
    }

    private static boolean strange(JavaClass origin, JavaClass target) {
        Matcher adapter = ADAPTER.matcher(target.getPackageName());
        return adapter.matches() && within(origin, adapter.group(2)) && !within(origin, adapter.group(1));
    }

    private static boolean within(JavaClass type, String parent) {
        return (type.getPackageName() + ".").startsWith(parent + ".");
    }
}
