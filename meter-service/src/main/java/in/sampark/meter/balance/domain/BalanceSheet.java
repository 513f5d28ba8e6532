package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.Charge;

/**
 * An account with the sums of its ledger.
 *
 * @param areaPath where the connection is
 * @param account its state
 * @param wh energy posted
 * @param charge money posted for it
 * @param rechargePaise money received
 */
public record BalanceSheet(String areaPath, Account account, long wh, Charge charge, long rechargePaise) {}
