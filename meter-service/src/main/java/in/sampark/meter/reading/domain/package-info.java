/** Which readings are believed, and to which local day their energy belongs. */
@NullMarked
package in.sampark.meter.reading.domain;

import org.jspecify.annotations.NullMarked;
