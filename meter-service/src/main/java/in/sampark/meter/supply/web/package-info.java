/** Supply for staff, within their area. */
@NullMarked
package in.sampark.meter.supply.web;

import org.jspecify.annotations.NullMarked;
