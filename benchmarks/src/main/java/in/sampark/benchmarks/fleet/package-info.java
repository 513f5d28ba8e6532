/** Connections made up for benchmarks, and what is said about them. */
@NullMarked
package in.sampark.benchmarks.fleet;

import org.jspecify.annotations.NullMarked;
