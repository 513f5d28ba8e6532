/** Batches as columns: every statement of this service carries a whole batch. */
@NullMarked
package in.sampark.meter.database;

import org.jspecify.annotations.NullMarked;
