/** Lists of reassigned numbers, and people who got other people's messages. */
@NullMarked
package in.sampark.consumer.doubt.web;

import org.jspecify.annotations.NullMarked;
