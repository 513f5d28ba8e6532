/** The upload. */
@NullMarked
package in.sampark.consumer.importing.web;

import org.jspecify.annotations.NullMarked;
