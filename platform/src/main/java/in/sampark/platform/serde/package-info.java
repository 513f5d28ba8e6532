/** Avro over Kafka in the Confluent wire format, with the serialiser chosen by configuration. */
@NullMarked
package in.sampark.platform.serde;

import org.jspecify.annotations.NullMarked;
