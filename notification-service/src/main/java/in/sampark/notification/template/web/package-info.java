/** The words, to be looked at before they are sent. */
@NullMarked
package in.sampark.notification.template.web;

import org.jspecify.annotations.NullMarked;
