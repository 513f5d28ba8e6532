package in.sampark.consumer.importing.domain;

import in.sampark.consumer.connection.domain.AreaPath;
import java.util.function.Predicate;

/**
 * The area somebody may declare connections of.
 *
 * @param path as it is shown to them
 */
public record CoveredArea(String path, Predicate<AreaPath> covers) {}
