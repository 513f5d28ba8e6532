package in.sampark.consumer.importing.domain;

import in.sampark.consumer.connection.domain.AreaPath;

/**
 * The area somebody may declare connections of.
 *
 * @param path from the company downwards, e.g. {@code DVVNL/AGRA}
 */
public record CoveredArea(String path) {

    public boolean covers(AreaPath area) {
        return area.path().startsWith(path + "/") || area.path().equals(path);
    }

    /** Whether it is all of a company. */
    public boolean isCompany() {
        return path.indexOf('/') < 0;
    }
}
