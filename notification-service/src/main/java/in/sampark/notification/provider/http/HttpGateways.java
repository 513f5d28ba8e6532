package in.sampark.notification.provider.http;

import in.sampark.notification.provider.SmsProvider;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.validation.annotation.Validated;

/** @param entries all providers, by name */
@Validated
@ConfigurationProperties("sampark")
record HttpGateways(@Name("providers") Map<String, @Valid Entry> entries) {

    /** @param http null for a provider that speaks another protocol */
    record Entry(@Nullable @Valid HttpGatewaySettings http) {}

    List<String> names() {
        return entries.entrySet().stream()
                .filter(each -> each.getValue().http() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Those that take messages by HTTP.
     *
     * @param templates registered ids of all templates
     * @param clock by which messages expire
     * @throws IllegalArgumentException when settings do not go together, or a gateway's own id of a template is missing
     */
    List<SmsProvider> providers(Set<String> templates, Clock clock) {
        return entries.entrySet().stream()
                .flatMap(each -> provider(each.getKey(), each.getValue().http(), templates, clock))
                .toList();
    }

    private static Stream<SmsProvider> provider(
            String name, @Nullable HttpGatewaySettings settings, Set<String> templates, Clock clock) {
        if (settings == null) {
            return Stream.empty();
        }
        try {
            return Stream.of(new HttpSmsGateway(name, settings, templates, clock));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("sampark.providers." + name + ".http." + e.getMessage(), e);
        }
    }
}
