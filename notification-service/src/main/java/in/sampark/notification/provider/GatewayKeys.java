package in.sampark.notification.provider;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** Finds what a gateway's block says in vain: keys that nobody reads, or that are read as others than they were written. */
public final class GatewayKeys {

    private static final String PREFIX = "sampark.providers.";

    /** What binding leaves out of a key is lost without a word, unless it stands in brackets. */
    private static final Pattern KEPT =
            Pattern.compile("(?:[A-Za-z0-9][\\w-]*|\\[[^]]*])(?:\\.[A-Za-z0-9][\\w-]*|\\[[^]]*]|\\.\\[[^]]*])*");

    private final ConfigurableEnvironment environment;

    public GatewayKeys(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Checks a part of every provider's block.
     *
     * @throws RuntimeException which names the first key that is not among those of the type, or that would be read as another
     */
    public void check(Iterable<String> providers, String part, Class<?> type) {
        var strict = new NoUnboundElementsBindHandler(BindHandler.DEFAULT);
        for (String provider : providers) {
            String block = PREFIX + provider + "." + part;
            names(block + ".")
                    .filter(name -> !KEPT.matcher(name).matches())
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalArgumentException(
                                name
                                        + ": a key with more than letters, digits, - and _ (expected: quotes and brackets around it, as in \"[Not delivered]\")");
                    });
            try {
                Binder.get(environment).bind(block, Bindable.of(type), strict);
            } catch (BindException e) {
                throw withoutValues(e);
            }
        }
    }

    /** Values may be secrets, and the one that reports a failed start shows them. */
    private static RuntimeException withoutValues(BindException failure) {
        if (failure.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
            return new IllegalArgumentException(unbound.getUnboundProperties().stream()
                            .map(property -> property.getName().toString())
                            .sorted()
                            .toList()
                    + ": nobody reads that (expected: keys that CONTRIBUTING.md lists)");
        }
        return failure;
    }

    private Stream<String> names(String prefix) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> name.startsWith(prefix));
    }
}
