/** What consumers answer to their messages: that a connection isn't theirs, that they want no more of a channel, in which language they want to be told. Who answered is known by where the message came from, so nobody has to be asked for a code. */
@NullMarked
package in.sampark.consumer.inbound;

import org.jspecify.annotations.NullMarked;
