/**
 * Keys rotate without a pause: a keyset is given a new key beside the old one, then the new one is made primary, what is on record is
 * brought to it here while everything goes on, and the old one is taken out when nothing is left that needs it.
 */
@NullMarked
package in.sampark.platform.rotation;

import org.jspecify.annotations.NullMarked;
