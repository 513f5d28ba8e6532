/** What a connection is, and when it has changed. */
@NullMarked
package in.sampark.consumer.connection.domain;

import org.jspecify.annotations.NullMarked;
