/** What electricity costs: rules over a month to date, in the order they apply. Knows neither accounts nor meters. */
@NullMarked
package in.sampark.meter.tariff.domain;

import org.jspecify.annotations.NullMarked;
