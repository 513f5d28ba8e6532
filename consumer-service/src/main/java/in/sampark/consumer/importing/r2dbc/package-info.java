/** What one file has said so far, in PostgreSQL. */
@NullMarked
package in.sampark.consumer.importing.r2dbc;

import org.jspecify.annotations.NullMarked;
