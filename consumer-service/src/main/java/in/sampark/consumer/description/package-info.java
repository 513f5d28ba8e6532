/** The interface described for programs and people, as OpenAPI. */
@NullMarked
package in.sampark.consumer.description;

import org.jspecify.annotations.NullMarked;
