/** Messages as the help desk looks them up: numbers masked, own company only. */
@NullMarked
package in.sampark.notification.message.web;

import org.jspecify.annotations.NullMarked;
