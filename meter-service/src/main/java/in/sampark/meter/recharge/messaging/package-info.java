/** Recharges from the payment gateway's topic. */
@NullMarked
package in.sampark.meter.recharge.messaging;

import org.jspecify.annotations.NullMarked;
