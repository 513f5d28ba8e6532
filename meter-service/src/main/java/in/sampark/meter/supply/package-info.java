/**
 * The supply of prepaid connections: who is to be cut off and who switched on again, under each company's rules, and whether the head-end did. It
 * decides and announces; the head-end acts. {@link in.sampark.meter.supply.domain} decides.
 */
@NullMarked
package in.sampark.meter.supply;

import org.jspecify.annotations.NullMarked;
