/**
 * Households' registers and payments, computed from the energy of their days. The rules are those of
 * data/meters/STORY.md.
 */
@NullMarked
package in.sampark.simulator.feed.domain;

import org.jspecify.annotations.NullMarked;
