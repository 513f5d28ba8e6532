package in.sampark.simulator.sms.domain;

/** Where a message is, in the words of SMPP 3.4 receipts. All but the first are final. */
public enum DeliveryStatus {
    ENROUTE,
    DELIVRD
}
