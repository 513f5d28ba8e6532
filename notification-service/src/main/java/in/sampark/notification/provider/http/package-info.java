/** Gateways that take a message as one HTTP request, shaped by settings. */
@NullMarked
package in.sampark.notification.provider.http;

import org.jspecify.annotations.NullMarked;
