/** What a row must say, and the report on those that do not. */
@NullMarked
package in.sampark.consumer.importing.domain;

import org.jspecify.annotations.NullMarked;
