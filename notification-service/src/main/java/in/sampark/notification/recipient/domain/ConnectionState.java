package in.sampark.notification.recipient.domain;

import org.jspecify.annotations.Nullable;

/**
 * What notices need to know of a connection.
 *
 * @param areaPath discom/zone/circle/division/sub-division
 * @param meterNo null before a meter is installed
 */
public record ConnectionState(
        String discom,
        String accountNo,
        String areaPath,
        String substation,
        String feederCode,
        String dtCode,
        String billingMode,
        @Nullable String meterNo) {}
