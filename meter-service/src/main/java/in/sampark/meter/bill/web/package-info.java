/** Who owes how much, for the field. */
@NullMarked
package in.sampark.meter.bill.web;

import org.jspecify.annotations.NullMarked;
