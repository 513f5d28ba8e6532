/** How fast many are told at once. */
@NullMarked
package in.sampark.benchmarks.fanout;

import org.jspecify.annotations.NullMarked;
