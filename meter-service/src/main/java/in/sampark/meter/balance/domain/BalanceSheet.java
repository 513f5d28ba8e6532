package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.Charge;

/**
 * An account with the sums of its ledger.
 *
 * @param areaPath where the connection is
 * @param account its state
 * @param wh energy posted
 * @param charge money posted for it
 * @param rechargePaise money received and not taken back
 * @param carriedPaise money carried over from other books: opening balance, corrections, arrears booked
 * @param arrearsPaise what is owed in arrears, beside the balance
 */
public record BalanceSheet(
        String areaPath,
        Account account,
        long wh,
        Charge charge,
        long rechargePaise,
        long carriedPaise,
        long arrearsPaise) {}
