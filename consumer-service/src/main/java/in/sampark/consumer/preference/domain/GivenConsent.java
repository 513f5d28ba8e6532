package in.sampark.consumer.preference.domain;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Preferences.Consent;
import java.time.Instant;

/** A consent as it was given the last time. */
public record GivenConsent(ConnectionId connectionId, Consent consent, Instant at) {}
