/** CSV files as companies write them: in any of the usual encodings and with any of the usual separators, read as they arrive. */
@NullMarked
package in.sampark.consumer.csv;

import org.jspecify.annotations.NullMarked;
