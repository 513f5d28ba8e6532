/** What the speed claims rest on: each benchmark runs the real system on the real infrastructure and says how it was measured. */
@NullMarked
package in.sampark.benchmarks;

import org.jspecify.annotations.NullMarked;
