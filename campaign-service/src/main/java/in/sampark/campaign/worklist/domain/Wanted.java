package in.sampark.campaign.worklist.domain;

import org.jspecify.annotations.Nullable;

/**
 * Which part of the worklist somebody wants.
 *
 * @param substation fed from this substation only; null for all
 * @param feeder fed by this feeder only; null for all
 */
public record Wanted(
        Area area, @Nullable String substation, @Nullable String feeder) {}
