/**
 * The gateway in the shape of CDAC's Mobile Seva (MSDG): signed forms, and lines of text in answer.
 */
@NullMarked
package in.sampark.simulator.sms.msdg;

import org.jspecify.annotations.NullMarked;
