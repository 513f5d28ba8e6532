/** Which revisions of an outage are believed, and what the control room may say of it. */
@NullMarked
package in.sampark.meter.outage.domain;

import org.jspecify.annotations.NullMarked;
