package in.sampark.simulator.sms.msdg;

import in.sampark.simulator.sms.domain.Message;
import in.sampark.simulator.sms.receipt.Receipt;
import in.sampark.simulator.sms.receipt.ReceiptForm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/** A form for each message. */
final class MsdgReceipts implements ReceiptForm {

    @Override
    public String gateway() {
        return "msdg";
    }

    @Override
    public List<HttpRequest.Builder> requests(URI receiver, String secret, List<Receipt> receipts) {
        URI url = URI.create(receiver + "?" + ReceiptForm.encoded(Map.of("secret", secret)));
        return receipts.stream()
                .map(receipt -> HttpRequest.newBuilder(url)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(ReceiptForm.encoded(fields(receipt.message())))))
                .toList();
    }

    private static Map<String, String> fields(Message message) {
        return Map.of(
                "msgid", message.id(),
                "mobileno", message.submission().to().substring(1),
                "status", message.status().name());
    }
}
