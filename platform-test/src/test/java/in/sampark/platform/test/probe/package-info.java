/** A service that does nothing but remember whose reading came, to prove the fixtures. */
@NullMarked
package in.sampark.platform.test.probe;

import org.jspecify.annotations.NullMarked;
