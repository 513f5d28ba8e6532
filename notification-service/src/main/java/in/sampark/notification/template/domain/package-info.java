/** Filling registered text, writing money and time, counting the parts a text is sent in. */
@NullMarked
package in.sampark.notification.template.domain;

import org.jspecify.annotations.NullMarked;
