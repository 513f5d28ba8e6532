/** Use and cost over spans of days. */
@NullMarked
package in.sampark.meter.usage.domain;

import org.jspecify.annotations.NullMarked;
