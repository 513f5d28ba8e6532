/** Consumers who prove their number without an officer. A code proves a phone, not a connection: so they also say what only the consumer knows of it, and a verified number is told before it is replaced. Nothing here that the public can reach looks at an account. */
@NullMarked
package in.sampark.consumer.selfservice;

import org.jspecify.annotations.NullMarked;
