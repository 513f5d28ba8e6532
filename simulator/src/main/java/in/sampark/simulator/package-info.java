/**
 * The world outside Sampark, for development and tests: an SMS gateway with the phones behind it, an identity provider, a
 * story clock and a feed of real meter data. Services know it by URL alone.
 */
@NullMarked
package in.sampark.simulator;

import org.jspecify.annotations.NullMarked;
