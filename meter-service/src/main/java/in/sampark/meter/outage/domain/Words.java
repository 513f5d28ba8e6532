package in.sampark.meter.outage.domain;

/**
 * How consumers are told, in one language.
 *
 * @param place what is affected, as people call it
 * @param reason why
 */
public record Words(String place, String reason) {}
