package in.sampark.platform.security;

import in.sampark.platform.crypto.KeySettings;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;

/** Every request carries an access token, but for health and the paths a service declares public. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration")
@EnableConfigurationProperties(KeySettings.class)
@EnableWebFluxSecurity
@EnableReactiveMethodSecurity
public class SecurityAutoConfiguration {

    private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";
    private static final String SIMULATED_ISSUER = "sampark-simulator";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    @Bean
    @ConditionalOnMissingBean(SecurityWebFilterChain.class)
    SecurityWebFilterChain onlyWithToken(
            ServerHttpSecurity http, ObjectProvider<PublicPaths> paths, WhoseToken whoseToken) {
        String[] open = Stream.concat(
                        Stream.of("/actuator/health/**"),
                        paths.stream().flatMap(declared -> declared.patterns().stream()))
                .toArray(String[]::new);
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // no cookies, nothing to forge
                .authorizeExchange(exchange -> exchange.pathMatchers(open)
                        .permitAll()
                        .pathMatchers("/actuator/**")
                        .hasRole("ops")
                        .anyExchange()
                        .authenticated())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(Refusals::unauthorized)
                        .accessDeniedHandler(Refusals::forbidden))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(Refusals::unauthorized)
                        .accessDeniedHandler(Refusals::forbidden)
                        .authenticationManagerResolver(whoseToken))
                .build();
    }

    @Bean
    ServerExchangeRejectedHandler malformedRequests() {
        return Refusals::malformed;
    }

    /** Consumers' tokens are known by services that were given the key, and taken where such a service says so. */
    @Bean
    WhoseToken whoseToken(
            ReactiveJwtDecoder identityProvider, KeySettings keys, ObjectProvider<ConsumerPaths> consumerPaths) {
        return WhoseToken.of(
                identityProvider,
                keys.tokenPublic(),
                consumerPaths.stream()
                        .flatMap(declared -> declared.patterns().stream())
                        .toList());
    }

    @Bean
    @ConditionalOnProperty("sampark.keys.token-private")
    SignConsumerTokens signConsumerTokens(KeySettings keys) {
        return SignConsumerTokens.with(String.valueOf(keys.tokenPrivate()));
    }

    /** The simulator gives a token to everybody who asks, so it must not be trusted anywhere else. */
    @Bean
    TrustedIssuer trustedIssuer(Environment environment) {
        String issuer = environment.getProperty(ISSUER, "");
        boolean local = environment.acceptsProfiles(Profiles.of("local"));
        if (issuer.endsWith("/" + SIMULATED_ISSUER)
                && !(local
                        && LOOPBACK.contains(String.valueOf(URI.create(issuer).getHost())))) {
            throw new IllegalStateException(
                    ISSUER + ": " + issuer + " is the simulator (expected: it on loopback in the profile local only)");
        }
        return new TrustedIssuer(issuer);
    }

    /** The identity provider whose tokens count. */
    record TrustedIssuer(String uri) {}
}
