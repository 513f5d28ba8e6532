/** The interface described for programs and people, as OpenAPI. */
@NullMarked
package in.sampark.platform.description;

import org.jspecify.annotations.NullMarked;
