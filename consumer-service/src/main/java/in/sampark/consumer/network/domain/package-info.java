/** What a node is, and where a connection belongs by what is known of the nodes. */
@NullMarked
package in.sampark.consumer.network.domain;

import org.jspecify.annotations.NullMarked;
