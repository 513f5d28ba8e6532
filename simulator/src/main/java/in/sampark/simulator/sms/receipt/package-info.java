/**
 * Delivers what was submitted and tells the sender by delivery receipts.
 */
@NullMarked
package in.sampark.simulator.sms.receipt;

import org.jspecify.annotations.NullMarked;
