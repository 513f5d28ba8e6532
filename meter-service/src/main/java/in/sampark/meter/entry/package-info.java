/** What the billing system books on prepaid accounts: opening balances, credits and debits, arrears. By topic, and by a supervisor over HTTP. */
@NullMarked
package in.sampark.meter.entry;

import org.jspecify.annotations.NullMarked;
