/**
 * An SMS gateway as telecom providers offer it over HTTP, and the inboxes of the phones it delivers to.
 */
@NullMarked
package in.sampark.simulator.sms;

import org.jspecify.annotations.NullMarked;
