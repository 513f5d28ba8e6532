package in.sampark.meter.supply.domain;

/**
 * What a company may do at its prepaid consumers' switches.
 *
 * @param cutHours when somebody may be cut off
 * @param patience how long they are supplied after nothing is left
 * @param reconnection what brings supply back
 */
public record SupplyRules(CutHours cutHours, Patience patience, Reconnection reconnection) {}
