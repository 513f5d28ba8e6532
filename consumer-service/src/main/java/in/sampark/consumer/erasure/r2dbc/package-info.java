/** Erasures, in PostgreSQL. */
@NullMarked
package in.sampark.consumer.erasure.r2dbc;

import org.jspecify.annotations.NullMarked;
