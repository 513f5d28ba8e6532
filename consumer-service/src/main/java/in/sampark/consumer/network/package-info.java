/** The company's areas and what feeds what, as its network master has them; connections are placed by them and follow when something moves. */
@NullMarked
package in.sampark.consumer.network;

import org.jspecify.annotations.NullMarked;
