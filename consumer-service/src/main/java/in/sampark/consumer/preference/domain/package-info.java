/** Entries of the ledger of consent. */
@NullMarked
package in.sampark.consumer.preference.domain;

import org.jspecify.annotations.NullMarked;
