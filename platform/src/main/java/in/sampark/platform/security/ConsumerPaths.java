package in.sampark.platform.security;

import java.util.List;

/**
 * Paths that consumers may call with a token of their own; anywhere else such a token is refused. What stands behind them lets the role in and asks
 * {@link Caller#sees}.
 */
public record ConsumerPaths(List<String> patterns) {

    public ConsumerPaths(String... patterns) {
        this(List.of(patterns));
    }
}
