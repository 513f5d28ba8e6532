/** The webhook that providers post receipts to. */
@NullMarked
package in.sampark.notification.receipt.web;

import org.jspecify.annotations.NullMarked;
