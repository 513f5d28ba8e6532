/** CSV files: as companies write them, in any of the usual encodings and with any of the usual separators, read as they arrive; and as people open them. */
@NullMarked
package in.sampark.platform.csv;

import org.jspecify.annotations.NullMarked;
