package in.sampark.campaign.worklist.domain;

import java.util.Map;

/**
 * The worklist of an area in figures.
 *
 * @param consumers how many stand on it
 * @param byStanding how many of each standing there is
 * @param owedPaise what those with a negative balance owe together, >= 0
 */
public record Summary(String area, long consumers, Map<Standing, Long> byStanding, long owedPaise) {}
