/** Errors over HTTP as RFC 9457 problem details. */
@NullMarked
package in.sampark.platform.web;

import org.jspecify.annotations.NullMarked;
