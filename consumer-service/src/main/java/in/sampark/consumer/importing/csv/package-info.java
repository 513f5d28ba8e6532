/** The file as rows. */
@NullMarked
package in.sampark.consumer.importing.csv;

import org.jspecify.annotations.NullMarked;
