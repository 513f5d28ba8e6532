/** Personal data: sealed on topics, encrypted in tables, found by keyed hash, masked where people look. */
@NullMarked
package in.sampark.platform.crypto;

import org.jspecify.annotations.NullMarked;
