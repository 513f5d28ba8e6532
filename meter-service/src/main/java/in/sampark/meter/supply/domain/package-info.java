/** When a prepaid connection may be cut off, when it has to be switched on again, and what its consumer has to pay for that. */
@NullMarked
package in.sampark.meter.supply.domain;

import org.jspecify.annotations.NullMarked;
