/** How fast connections are imported, beside the fastest that the same database takes in the same file. */
@NullMarked
package in.sampark.benchmarks.importing;

import org.jspecify.annotations.NullMarked;
