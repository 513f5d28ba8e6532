/**
 * Messages from submission to delivery, kept in memory.
 */
@NullMarked
package in.sampark.simulator.sms.domain;

import org.jspecify.annotations.NullMarked;
