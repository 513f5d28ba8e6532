/** Contacts in PostgreSQL, numbers encrypted and found by keyed hash. */
@NullMarked
package in.sampark.consumer.contact.r2dbc;

import org.jspecify.annotations.NullMarked;
