/**
 * Runs the whole system on one machine: infrastructure, the simulated outside world and every service in a JVM of its
 * own, configured by environment variables alone. Then it plays the story.
 */
@NullMarked
package in.sampark.launcher;

import org.jspecify.annotations.NullMarked;
