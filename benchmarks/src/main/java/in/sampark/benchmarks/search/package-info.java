/** How long it takes to find a connection. */
@NullMarked
package in.sampark.benchmarks.search;

import org.jspecify.annotations.NullMarked;
