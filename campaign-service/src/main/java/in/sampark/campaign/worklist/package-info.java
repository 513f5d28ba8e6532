/** Whom to visit: consumers without a proven number, those who owe most first, with what they could not be told. */
@NullMarked
package in.sampark.campaign.worklist;

import org.jspecify.annotations.NullMarked;
