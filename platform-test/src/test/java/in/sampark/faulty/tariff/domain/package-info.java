@NullMarked
package in.sampark.faulty.tariff.domain;

import org.jspecify.annotations.NullMarked;
