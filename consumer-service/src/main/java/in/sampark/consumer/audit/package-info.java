/**
 * Who changed or saw what of a consumer, and when. Entries are only ever added; after the time set, a year by default, they are
 * pruned. They hold no personal data of consumers, so they outlive an erasure.
 */
@NullMarked
package in.sampark.consumer.audit;

import org.jspecify.annotations.NullMarked;
