package in.sampark.simulator.sms;

import in.sampark.simulator.sms.receipt.ReceiptSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param apiKey what a sender has to show in {@code X-Api-Key} */
@Validated
@ConfigurationProperties("simulator.sms")
record SmsSettings(@NotBlank String apiKey, @Valid @NotNull ReceiptSettings receipts) {

    @Override
    public String toString() {
        return "SmsSettings[receipts=" + receipts + "]";
    }
}
