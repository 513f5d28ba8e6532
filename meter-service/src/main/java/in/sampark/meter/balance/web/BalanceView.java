package in.sampark.meter.balance.web;

import in.sampark.meter.balance.domain.Account;
import in.sampark.meter.balance.domain.BalanceSheet;
import in.sampark.meter.balance.domain.Bookkeeping;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A balance as staff see it. Money in paise, energy in watt-hours.
 *
 * @param postedPaise sum of the ledger: received less all that was posted as a charge
 * @param availablePaise posted less what days not yet posted have cost so far
 * @param daysLeft whole days it lasts at the mean of recent days; absent when that is not known
 * @param rechargePaise money received and not taken back
 * @param carriedPaise money carried over from other books: opening balance, corrections, arrears booked
 * @param arrearsPaise what is owed in arrears, beside the balance
 * @param energyPaise posted for energy
 * @param subsidyPaise posted subsidy, zero or less
 * @param fixedPaise posted fixed charge
 * @param surchargePaise posted fuel surcharge
 * @param rebatePaise posted rebate, zero or less
 * @param minimumPaise posted to reach the minimum charge
 * @param dutyPaise posted duty
 * @param wh energy posted
 * @param postedThrough last local day posted; absent before the first
 * @param lastRechargePaise the recharge paid last; absent before the first
 */
record BalanceView(
        String connectionId,
        String areaPath,
        long postedPaise,
        long availablePaise,
        @Nullable Integer daysLeft,
        long rechargePaise,
        long carriedPaise,
        long arrearsPaise,
        long energyPaise,
        long subsidyPaise,
        long fixedPaise,
        long surchargePaise,
        long rebatePaise,
        long minimumPaise,
        long dutyPaise,
        long wh,
        @Nullable LocalDate postedThrough,
        @Nullable Long lastRechargePaise) {

    static BalanceView of(BalanceSheet sheet, Bookkeeping books, Instant now) {
        Account account = sheet.account();
        long availablePaise = books.availablePaise(account, now);
        OptionalInt daysLeft = account.recent().daysLeft(availablePaise);
        return new BalanceView(
                account.connectionId(),
                sheet.areaPath(),
                account.posted().paise(),
                availablePaise,
                daysLeft.isPresent() ? daysLeft.getAsInt() : null,
                sheet.rechargePaise(),
                sheet.carriedPaise(),
                sheet.arrearsPaise(),
                sheet.charge().energyPaise(),
                sheet.charge().subsidyPaise(),
                sheet.charge().fixedPaise(),
                sheet.charge().surchargePaise(),
                sheet.charge().rebatePaise(),
                sheet.charge().minimumPaise(),
                sheet.charge().dutyPaise(),
                sheet.wh(),
                account.posted().through(),
                account.lastRecharge() == null ? null : account.lastRecharge().paise());
    }
}
