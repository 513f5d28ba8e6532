/** The worklist in a table that fills in any order, and that replays cannot change. */
@NullMarked
package in.sampark.campaign.worklist.r2dbc;

import org.jspecify.annotations.NullMarked;
