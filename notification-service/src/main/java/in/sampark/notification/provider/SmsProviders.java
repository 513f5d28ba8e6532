package in.sampark.notification.provider;

import java.util.List;

/** All who carry messages. */
public final class SmsProviders implements AutoCloseable {

    private final List<SmsProvider> all;

    public SmsProviders(List<SmsProvider> all) {
        this.all = List.copyOf(all);
    }

    /** @throws IllegalArgumentException when there is none of that name */
    public SmsProvider named(String name) {
        return all.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("provider: " + name + " (expected: one of "
                        + all.stream().map(SmsProvider::name).toList() + ")"));
    }

    /** Lets go of their connections. */
    @Override
    public void close() throws Exception {
        for (SmsProvider provider : all) {
            if (provider instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }
}
