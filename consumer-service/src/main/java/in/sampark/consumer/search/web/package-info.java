/** The search over HTTP. */
@NullMarked
package in.sampark.consumer.search.web;

import org.jspecify.annotations.NullMarked;
