/** What is due later: kept in the database and put on its lane when its time has come. */
@NullMarked
package in.sampark.notification.later;

import org.jspecify.annotations.NullMarked;
