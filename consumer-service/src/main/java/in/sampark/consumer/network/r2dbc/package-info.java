/** Nodes in PostgreSQL. */
@NullMarked
package in.sampark.consumer.network.r2dbc;

import org.jspecify.annotations.NullMarked;
