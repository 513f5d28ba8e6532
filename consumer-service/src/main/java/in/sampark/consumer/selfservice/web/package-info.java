/** Open to the public but for what staff see and refuse. */
@NullMarked
package in.sampark.consumer.selfservice.web;

import org.jspecify.annotations.NullMarked;
