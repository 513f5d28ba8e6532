package in.sampark.meter.balance.domain;

/** How a connection pays. Only a prepaid one is charged day by day. */
public enum BillingMode {
    PREPAID,
    POSTPAID,
    UNKNOWN
}
