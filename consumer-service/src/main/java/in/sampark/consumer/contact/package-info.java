/** Whom to tell about a connection: its numbers, exactly one of them primary, how far each can be trusted, and the language to speak. What is recorded here is announced on {@code consumer.contacts.v1}. */
@NullMarked
package in.sampark.consumer.contact;

import org.jspecify.annotations.NullMarked;
