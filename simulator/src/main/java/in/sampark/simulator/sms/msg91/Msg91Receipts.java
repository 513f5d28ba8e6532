package in.sampark.simulator.sms.msg91;

import in.sampark.simulator.sms.domain.DeliveryStatus;
import in.sampark.simulator.sms.domain.Message;
import in.sampark.simulator.sms.receipt.Receipt;
import in.sampark.simulator.sms.receipt.ReceiptForm;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A form whose field {@code data} is a JSON array of requests, each with a report for its recipient. */
final class Msg91Receipts implements ReceiptForm {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String gateway() {
        return "msg91";
    }

    @Override
    public List<HttpRequest.Builder> requests(URI receiver, String secret, List<Receipt> receipts) {
        String data = JSON.writeValueAsString(
                receipts.stream().map(Msg91Receipts::request).toList());
        return List.of(
                HttpRequest.newBuilder(URI.create(receiver + "?" + ReceiptForm.encoded(Map.of("secret", secret))))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(ReceiptForm.encoded(Map.of("data", data)))));
    }

    private static Map<String, Object> request(Receipt receipt) {
        Message message = receipt.message();
        boolean delivered = message.status() == DeliveryStatus.DELIVRD;
        return Map.of(
                "requestId", message.id(),
                "senderId", message.submission().header(),
                "report",
                        List.of(Map.of(
                                "date",
                                receipt.at().toString(),
                                "number",
                                message.submission().to().substring(1),
                                "status",
                                delivered ? "1" : "2",
                                "desc",
                                delivered ? "DELIVERED" : "FAILED")));
    }
}
