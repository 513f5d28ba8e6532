/** The edge to those who carry messages. An implementation is a folder here and a block of settings. */
@NullMarked
package in.sampark.notification.provider;

import org.jspecify.annotations.NullMarked;
