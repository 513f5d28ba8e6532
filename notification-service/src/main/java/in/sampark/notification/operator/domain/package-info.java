/** What hand-overs raise. */
@NullMarked
package in.sampark.notification.operator.domain;

import org.jspecify.annotations.NullMarked;
