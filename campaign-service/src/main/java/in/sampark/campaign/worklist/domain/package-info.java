/** What is known of a consumer, and what makes one a visit. */
@NullMarked
package in.sampark.campaign.worklist.domain;

import org.jspecify.annotations.NullMarked;
