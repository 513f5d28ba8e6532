/**
 * Erasure of a person's data: name, numbers, codes, from tables at once and from topics by a tombstone. The connection stays, it is the
 * company's; so does the trail, which names nobody.
 */
@NullMarked
package in.sampark.consumer.erasure;

import org.jspecify.annotations.NullMarked;
