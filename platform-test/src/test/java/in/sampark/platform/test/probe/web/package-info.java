@NullMarked
package in.sampark.platform.test.probe.web;

import org.jspecify.annotations.NullMarked;
