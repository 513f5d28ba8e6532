/** Connections from the billing master's CSV files: read as a stream, judged row by row, all good rows taken, a reason for every other. */
@NullMarked
package in.sampark.consumer.importing;

import org.jspecify.annotations.NullMarked;
