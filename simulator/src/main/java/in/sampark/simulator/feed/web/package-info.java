/**
 * The feed's HTTP interface.
 */
@NullMarked
package in.sampark.simulator.feed.web;

import org.jspecify.annotations.NullMarked;
