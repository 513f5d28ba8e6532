/** Rules that are kept as YAML files, read so that every fault names its file and line. */
@NullMarked
package in.sampark.meter.yaml;

import org.jspecify.annotations.NullMarked;
