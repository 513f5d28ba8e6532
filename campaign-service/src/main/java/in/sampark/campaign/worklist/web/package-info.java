/** The worklist for officers and supervisors, within their area. */
@NullMarked
package in.sampark.campaign.worklist.web;

import org.jspecify.annotations.NullMarked;
