package in.sampark.simulator.sms.receipt;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a gateway of some shape tells what became of messages. */
public interface ReceiptForm {

    /** The gateway's name, for the address receipts go to. */
    String gateway();

    /** The requests that tell of these messages, to be sent in order. */
    List<HttpRequest.Builder> requests(URI receiver, String secret, List<Receipt> receipts);

    /** Parameters of a URL or a form. */
    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
