/** Lists of nodes as CSV files. */
@NullMarked
package in.sampark.consumer.network.csv;

import org.jspecify.annotations.NullMarked;
