@NullMarked
package in.sampark.platform.test.probe.messaging;

import org.jspecify.annotations.NullMarked;
