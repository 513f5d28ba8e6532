/** What is told to many: page by page through the connections behind an asset, with a cursor that survives a crash, at the bulk lane's pace. */
@NullMarked
package in.sampark.notification.fanout;

import org.jspecify.annotations.NullMarked;
