package in.sampark.platform.security;

import java.util.List;

/** Paths that are open to all callers without a token; what stands behind them protects itself. */
public record PublicPaths(List<String> patterns) {

    public PublicPaths(String... patterns) {
        this(List.of(patterns));
    }
}
