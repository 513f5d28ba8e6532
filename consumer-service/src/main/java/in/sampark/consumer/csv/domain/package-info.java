/** What becomes of cells on their way through other programs, and what may be shown of them. */
@NullMarked
package in.sampark.consumer.csv.domain;

import org.jspecify.annotations.NullMarked;
