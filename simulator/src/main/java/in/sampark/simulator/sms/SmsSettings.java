package in.sampark.simulator.sms;

import in.sampark.simulator.sms.msg91.Flows;
import in.sampark.simulator.sms.receipt.ReceiptSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param apiKey what a sender has to show: in the header {@code X-Api-Key} or {@code authkey}, or as password and secure key
 * @param flows templates that are registered at the gateway in the shape of MSG91, by its ids
 */
@Validated
@ConfigurationProperties("simulator.sms")
record SmsSettings(
        @NotBlank String apiKey,
        @Valid @NotNull ReceiptSettings receipts,
        @DefaultValue Map<String, Flows.@Valid Flow> flows) {

    @Override
    public String toString() {
        return "SmsSettings[receipts=" + receipts + "]";
    }
}
