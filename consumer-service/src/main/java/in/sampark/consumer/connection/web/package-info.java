/** Connections for the staff of the company, each within their own area. */
@NullMarked
package in.sampark.consumer.connection.web;

import org.jspecify.annotations.NullMarked;
