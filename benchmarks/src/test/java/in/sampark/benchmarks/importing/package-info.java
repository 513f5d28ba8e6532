@NullMarked
package in.sampark.benchmarks.importing;

import org.jspecify.annotations.NullMarked;
