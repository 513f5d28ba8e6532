/** Bills: what was demanded, what was paid of it, what consumers are reminded of, and who owes how much. */
@NullMarked
package in.sampark.meter.bill;

import org.jspecify.annotations.NullMarked;
