/** Balances for staff, within their area. */
@NullMarked
package in.sampark.meter.balance.web;

import org.jspecify.annotations.NullMarked;
