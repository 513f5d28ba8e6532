/**
 * Outages: what is without supply, from when, until when, and why. The outage system's topic and the control room's own announcements, which go
 * through the same topic, are judged here; a revision counts once, and an outage takes only steps it can take.
 */
@NullMarked
package in.sampark.meter.outage;

import org.jspecify.annotations.NullMarked;
