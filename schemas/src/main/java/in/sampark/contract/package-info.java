/** The catalogue of Sampark's topics over the generated Avro contracts. Shapes only: no logic lives here. */
@NullMarked
package in.sampark.contract;

import org.jspecify.annotations.NullMarked;
