/** What strangers know of a connection, and when a number they have proven replaces the one on record. */
@NullMarked
package in.sampark.consumer.selfservice.domain;

import org.jspecify.annotations.NullMarked;
