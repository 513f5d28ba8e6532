/** Bills and payments from their topics, and what is told of bills. */
@NullMarked
package in.sampark.meter.bill.messaging;

import org.jspecify.annotations.NullMarked;
