/** Consents and preferences for the staff who take them down. */
@NullMarked
package in.sampark.consumer.preference.web;

import org.jspecify.annotations.NullMarked;
