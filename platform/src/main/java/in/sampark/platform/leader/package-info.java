/** Work that one instance per database does at a time. */
@NullMarked
package in.sampark.platform.leader;

import org.jspecify.annotations.NullMarked;
