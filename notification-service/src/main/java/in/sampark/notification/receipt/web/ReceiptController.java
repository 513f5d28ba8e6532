package in.sampark.notification.receipt.web;

import in.sampark.notification.provider.ProviderSettings;
import in.sampark.notification.receipt.TakeReceipts;
import in.sampark.notification.receipt.domain.Receipt;
import in.sampark.platform.web.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
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

    /** 204 when all are kept, those that were no news too; 403 without the secret, whatever the provider's name. */
    @PostMapping("/webhooks/sms/{provider}/receipts")
    @PreAuthorize("permitAll()")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> take(
            @PathVariable String provider, @RequestHeader HttpHeaders headers, @RequestBody List<JsonNode> entries) {
        ProviderSettings.Receipts settings = trusted(provider, headers);
        ReceiptParser parser = new ReceiptParser(settings);
        var receipts = new ArrayList<Receipt>(entries.size());
        entries.forEach(entry -> parser.receipt(entry).ifPresent(receipts::add));
        count(provider, "not understood", entries.size() - receipts.size());
        return takeReceipts
                .take(provider, receipts)
                .doOnNext(news -> {
                    count(provider, "news", news);
                    count(provider, "no news", receipts.size() - news);
                })
                .then();
    }

    private ProviderSettings.Receipts trusted(String provider, HttpHeaders headers) {
        Optional<ProviderSettings.Receipts> settings =
                providers.find(provider).map(ProviderSettings.Provider::receipts);
        boolean secretFits = settings.map(each -> {
                    String given = headers.getFirst(each.secretHeader());
                    return given != null && each.secret().is(given);
                })
                .orElse(false);
        if (!secretFits) {
            count(settings.isPresent() ? provider : "unknown", "refused", 1);
            throw Problem.forbidden("receipts are taken from providers who know the secret");
        }
        return settings.orElseThrow();
    }

    private void count(String provider, String result, int number) {
        meters.counter(COUNTER, "provider", provider, "result", result).increment(number);
    }
}
