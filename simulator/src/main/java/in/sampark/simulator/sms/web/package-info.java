/**
 * The gateway's HTTP interface, and the inboxes as a page and as JSON.
 */
@NullMarked
package in.sampark.simulator.sms.web;

import org.jspecify.annotations.NullMarked;
