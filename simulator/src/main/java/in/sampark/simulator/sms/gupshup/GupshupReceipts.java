package in.sampark.simulator.sms.gupshup;

import in.sampark.simulator.sms.domain.DeliveryStatus;
import in.sampark.simulator.sms.domain.Message;
import in.sampark.simulator.sms.receipt.Receipt;
import in.sampark.simulator.sms.receipt.ReceiptForm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;

/** A call for each message, all it says in parameters. */
final class GupshupReceipts implements ReceiptForm {

    @Override
    public String gateway() {
        return "gupshup";
    }

    @Override
    public List<HttpRequest.Builder> requests(URI receiver, String secret, List<Receipt> receipts) {
        return receipts.stream()
                .map(receipt -> HttpRequest.newBuilder(
                                URI.create(receiver + "?" + ReceiptForm.encoded(parameters(secret, receipt))))
                        .GET())
                .toList();
    }

    private static Map<String, String> parameters(String secret, Receipt receipt) {
        Message message = receipt.message();
        boolean delivered = message.status() == DeliveryStatus.DELIVRD;
        return Map.of(
                "secret",
                secret,
                "externalId",
                message.id(),
                "deliveredTS",
                Long.toString(receipt.at().toEpochMilli()),
                "status",
                delivered ? "SUCCESS" : "FAIL",
                "cause",
                delivered ? "SUCCESS" : "UNKNOWN_SUBSCRIBER",
                "phoneNo",
                message.submission().to().substring(1),
                "errCode",
                delivered ? "000" : "003");
    }
}
