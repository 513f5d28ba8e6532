package in.sampark.platform.rotation;

import in.sampark.platform.crypto.KeyedHash;
import java.util.function.UnaryOperator;

/**
 * What the values of an encrypted column are found by.
 *
 * @param keys the keyset
 * @param of makes it of a value, by the primary key
 */
public record HashBeside(KeyedHash keys, UnaryOperator<String> of) {}
