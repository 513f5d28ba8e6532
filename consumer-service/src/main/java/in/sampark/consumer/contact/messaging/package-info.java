/** Contacts as the contract says them, numbers sealed. */
@NullMarked
package in.sampark.consumer.contact.messaging;

import org.jspecify.annotations.NullMarked;
