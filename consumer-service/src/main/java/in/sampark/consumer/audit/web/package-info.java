/** The trail over HTTP, for those who supervise. */
@NullMarked
package in.sampark.consumer.audit.web;

import org.jspecify.annotations.NullMarked;
