/** Going to the consumers whom no notice can reach. */
@NullMarked
package in.sampark.campaign;

import org.jspecify.annotations.NullMarked;
