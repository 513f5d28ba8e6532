/** What is left to pay of a connection's bills, and what there is to tell of them. */
@NullMarked
package in.sampark.meter.bill.domain;

import org.jspecify.annotations.NullMarked;
