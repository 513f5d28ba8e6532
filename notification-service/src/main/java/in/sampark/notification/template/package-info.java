/** The words: one file a message and language, registered with the operators, filled with values as people read them. */
@NullMarked
package in.sampark.notification.template;

import org.jspecify.annotations.NullMarked;
