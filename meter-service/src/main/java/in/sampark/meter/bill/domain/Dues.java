package in.sampark.meter.bill.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the bills of a connection come to.
 *
 * @param outstandingPaise left of all bills
 * @param creditPaise paid beyond them, without what waits for a bill not known yet
 * @param overduePaise left of bills whose due date has passed
 * @param overdueSince due date of the oldest of those; null when there is none
 * @param nextLook the next local day on which any of this changes by itself or something is to be told; null when none will be
 */
public record Dues(
        long outstandingPaise,
        long creditPaise,
        long overduePaise,
        @Nullable LocalDate overdueSince,
        @Nullable LocalDate nextLook) {}
