/** The rules of notices, and the pure decision what a notice becomes. */
@NullMarked
package in.sampark.notification.plan.domain;

import org.jspecify.annotations.NullMarked;
