/** What a number is worth: claimed, proven, replaced only by another proven one. */
@NullMarked
package in.sampark.consumer.contact.domain;

import org.jspecify.annotations.NullMarked;
