package in.sampark.notification.receipt.domain;

import java.util.UUID;

/**
 * A message that a provider took.
 *
 * @param providerMessageId what the provider calls it
 */
public record HandedOver(UUID messageId, String provider, String providerMessageId) {}
