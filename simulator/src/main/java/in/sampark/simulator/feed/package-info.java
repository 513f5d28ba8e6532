/**
 * Plays a head-end and a payment gateway: sends the registers and recharges of a day, taken from a file of real meter
 * data, to the utility's topics.
 */
@NullMarked
package in.sampark.simulator.feed;

import org.jspecify.annotations.NullMarked;
