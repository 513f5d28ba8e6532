/** Money that the payment gateway received, credited once. */
@NullMarked
package in.sampark.meter.recharge;

import org.jspecify.annotations.NullMarked;
