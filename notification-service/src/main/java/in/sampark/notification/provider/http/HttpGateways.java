package in.sampark.notification.provider.http;

import in.sampark.notification.provider.SmsProvider;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
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

    /** Those that take messages by HTTP. */
    List<SmsProvider> providers() {
        return entries.entrySet().stream()
                .flatMap(each -> provider(each.getKey(), each.getValue().http()))
                .toList();
    }

    private static Stream<SmsProvider> provider(String name, @Nullable HttpGatewaySettings settings) {
        return settings == null ? Stream.empty() : Stream.of(new HttpSmsGateway(name, settings));
    }
}
