package in.sampark.platform.crypto;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** What a service can do with personal data follows from the keys it was given. */
@AutoConfiguration
@EnableConfigurationProperties(KeySettings.class)
public class CryptoAutoConfiguration {

    @Bean
    @ConditionalOnProperty("sampark.keys.sealing-public")
    Sealer sealer(KeySettings keys) {
        return made("sealing-public", keys.sealingPublic(), Sealer::of);
    }

    @Bean
    @ConditionalOnProperty("sampark.keys.sealing-private")
    Unsealer unsealer(KeySettings keys) {
        return made("sealing-private", keys.sealingPrivate(), Unsealer::of);
    }

    @Bean
    @ConditionalOnProperty("sampark.keys.field")
    FieldCipher fieldCipher(KeySettings keys) {
        return made("field", keys.field(), FieldCipher::of);
    }

    @Bean
    @ConditionalOnProperty("sampark.keys.hash")
    KeyedHash keyedHash(KeySettings keys) {
        return made("hash", keys.hash(), KeyedHash::of);
    }

    private static <T> T made(String name, @Nullable String keyset, Function<String, T> maker) {
        if (keyset == null) {
            throw new IllegalStateException("sampark.keys." + name + " is empty (expected: a keyset)");
        }
        return maker.apply(keyset);
    }
}
