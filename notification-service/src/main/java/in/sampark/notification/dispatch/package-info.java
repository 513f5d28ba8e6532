/** Handing messages over: claim, check once more, send outside any transaction, record what came of it. */
@NullMarked
package in.sampark.notification.dispatch;

import org.jspecify.annotations.NullMarked;
