/** Supply on topics: what comes of it, and what is told. */
@NullMarked
package in.sampark.meter.supply.messaging;

import org.jspecify.annotations.NullMarked;
