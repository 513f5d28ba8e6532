package in.sampark.notification.receipt.web;

import in.sampark.notification.provider.ProviderSettings;
import in.sampark.notification.receipt.TakeReceipts;
import in.sampark.notification.receipt.domain.Receipt;
import in.sampark.platform.web.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Where providers report what became of messages. They have no token: a secret shared with each protects it. The answer comes when the
 * receipts are kept for good, so that a provider repeats what was not.
 */
@RestController
public class ReceiptController {

    /** The path that needs no token. */
    public static final String PATH = "/webhooks/sms/*/receipts";

    private static final String COUNTER = "sampark.receipts";

    private final ProviderSettings providers;
    private final TakeReceipts takeReceipts;
    private final MeterRegistry meters;

    public ReceiptController(ProviderSettings providers, TakeReceipts takeReceipts, MeterRegistry meters) {
        this.providers = providers;
        this.takeReceipts = takeReceipts;
        this.meters = meters;
    }

    /**
     * 204 when all are kept, those that were no news too; 403 without the secret, whatever the provider's name; 400 for what is not
     * written as was agreed with the provider.
     */
    @RequestMapping(
            path = "/webhooks/sms/{provider}/receipts",
            method = {RequestMethod.GET, RequestMethod.POST})
    @PreAuthorize("permitAll()")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> take(@PathVariable String provider, ServerWebExchange exchange) {
        ProviderSettings.Receipts settings = trusted(provider, exchange.getRequest());
        ReceiptParser parser = new ReceiptParser(settings);
        return new ReceiptReader(settings)
                .read(exchange)
                .onErrorMap(ReceiptReader.UnreadableException.class, e -> unreadable(provider, settings, e))
                .map(parser::entries)
                .flatMap(entries -> settings.byIds()
                        ? take(provider, entries, parser::byId, takeReceipts::takeByIds)
                        : take(provider, entries, parser::byReference, takeReceipts::take));
    }

    /** Keeps receipts; answers with how many were news. */
    @FunctionalInterface
    private interface Taking<N> {
        Mono<Integer> take(String provider, List<Receipt<N>> receipts);
    }

    private <N> Mono<Void> take(
            String provider,
            List<JsonNode> entries,
            Function<JsonNode, Optional<Receipt<N>>> parser,
            Taking<N> taking) {
        List<Receipt<N>> receipts =
                entries.stream().flatMap(entry -> parser.apply(entry).stream()).toList();
        count(provider, "not understood", entries.size() - receipts.size());
        return taking.take(provider, receipts)
                .doOnNext(news -> {
                    count(provider, "news", news);
                    count(provider, "no news", receipts.size() - news);
                })
                .then();
    }

    private ProviderSettings.Receipts trusted(String provider, ServerHttpRequest request) {
        Optional<ProviderSettings.Receipts> settings =
                providers.find(provider).map(ProviderSettings.Provider::receipts);
        if (settings.filter(each -> knowsTheSecret(each, request)).isEmpty()) {
            count(settings.isPresent() ? provider : "unknown", "refused", 1);
            throw Problem.forbidden("receipts are taken from providers who know the secret");
        }
        return settings.orElseThrow();
    }

    private static boolean knowsTheSecret(ProviderSettings.Receipts settings, ServerHttpRequest request) {
        String given = settings.secretHeader() != null
                ? request.getHeaders().getFirst(settings.secretHeader())
                : request.getQueryParams().getFirst(String.valueOf(settings.secretParameter()));
        return given != null && settings.secret().is(given);
    }

    private Problem unreadable(String provider, ProviderSettings.Receipts settings, Exception why) {
        count(provider, "not understood", 1);
        String where = settings.as().name().toLowerCase(Locale.ROOT);
        String expected = settings.as() == ProviderSettings.Receipts.As.JSON || settings.jsonIn() != null
                ? "a JSON object, or an array of them"
                : "parameters";
        return Problem.invalid(where, why.getMessage(), expected);
    }

    private void count(String provider, String result, int number) {
        meters.counter(COUNTER, "provider", provider, "result", result).increment(number);
    }
}
