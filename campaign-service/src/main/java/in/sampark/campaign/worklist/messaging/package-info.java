/** Listeners of the four topics behind the worklist. */
@NullMarked
package in.sampark.campaign.worklist.messaging;

import org.jspecify.annotations.NullMarked;
