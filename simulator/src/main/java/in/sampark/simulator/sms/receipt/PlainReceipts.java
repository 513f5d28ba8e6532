package in.sampark.simulator.sms.receipt;

import in.sampark.simulator.sms.domain.DeliveryStatus;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A JSON array of receipts, with the secret in {@code X-Webhook-Secret}. */
public final class PlainReceipts implements ReceiptForm {

    /**
     * @param id the gateway's id of the message
     * @param reference the sender's id of the message
     */
    private record Entry(String id, String reference, DeliveryStatus status, Instant at) {

        static Entry of(Receipt receipt) {
            var message = receipt.message();
            return new Entry(message.id(), message.submission().reference(), message.status(), receipt.at());
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String gateway() {
        return "simulator";
    }

    @Override
    public List<HttpRequest.Builder> requests(URI receiver, String secret, List<Receipt> receipts) {
        List<Entry> entries = receipts.stream().map(Entry::of).toList();
        return List.of(HttpRequest.newBuilder(receiver)
                .header("Content-Type", "application/json")
                .header("X-Webhook-Secret", secret)
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(entries))));
    }
}
