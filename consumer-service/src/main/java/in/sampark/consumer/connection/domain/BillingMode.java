package in.sampark.consumer.connection.domain;

/** How a connection is billed. */
public enum BillingMode {
    PREPAID,
    POSTPAID
}
