/** Contacts for the staff of the company, numbers masked. */
@NullMarked
package in.sampark.consumer.contact.web;

import org.jspecify.annotations.NullMarked;
