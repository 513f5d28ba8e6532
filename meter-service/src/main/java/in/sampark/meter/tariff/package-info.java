/**
 * Tariffs as data: one YAML file a tariff, with effective dates, read and checked when the service starts. {@link in.sampark.meter.tariff.domain}
 * prices with them.
 */
@NullMarked
package in.sampark.meter.tariff;

import org.jspecify.annotations.NullMarked;
