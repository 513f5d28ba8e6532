package in.sampark.notification.provider;

import java.util.List;

/** A way of handing messages over. Each has a package of its own, whose configuration offers it as a bean. */
public interface SmsProtocol {

    /** Those providers of the settings that speak it. */
    List<SmsProvider> providers();
}
