/** What consumers agreed to and what they prefer: consents in a ledger that only grows, and how and of what they want to be told. What holds now travels with the contact. */
@NullMarked
package in.sampark.consumer.preference;

import org.jspecify.annotations.NullMarked;
