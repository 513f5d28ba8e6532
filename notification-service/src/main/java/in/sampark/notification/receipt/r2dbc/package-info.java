/** Moves messages forward by receipts. */
@NullMarked
package in.sampark.notification.receipt.r2dbc;

import org.jspecify.annotations.NullMarked;
