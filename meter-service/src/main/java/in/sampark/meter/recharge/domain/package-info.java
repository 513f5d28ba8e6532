/** Which payments are credited. */
@NullMarked
package in.sampark.meter.recharge.domain;

import org.jspecify.annotations.NullMarked;
