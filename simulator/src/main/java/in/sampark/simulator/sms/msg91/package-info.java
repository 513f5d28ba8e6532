/**
 * The gateway in the shape of MSG91's flow API: JSON that names a template registered here, whose text the gateway fills.
 */
@NullMarked
package in.sampark.simulator.sms.msg91;

import org.jspecify.annotations.NullMarked;
