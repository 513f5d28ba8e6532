package in.sampark.consumer.network.domain;

import in.sampark.consumer.connection.domain.AreaPath;
import in.sampark.consumer.connection.domain.Connection;
import in.sampark.consumer.connection.domain.FeedingPoint;

/** Where a connection is: of which company, administered where and fed by what. Neighbours share it. */
public record Site(String discom, AreaPath area, FeedingPoint feedingPoint) {

    public static Site of(Connection connection) {
        return new Site(connection.id().discom(), connection.area(), connection.feedingPoint());
    }
}
