package in.sampark.simulator.sms.trouble;

import in.sampark.simulator.sms.trouble.Troubles.Present;
import java.util.Optional;

/** Tells people what is wrong with the gateway. */
public final class TroubleSign {

    private final Troubles troubles;
    private final Optional<GatewayPort> port;

    TroubleSign(Troubles troubles, Optional<GatewayPort> port) {
        this.troubles = troubles;
        this.port = port;
    }

    /** In a line; empty when nothing is wrong. */
    public String inWords() {
        if (!listening()) {
            return "refuses connections";
        }
        Present present = troubles.present();
        return present.over() ? "" : present.trouble().inWords();
    }

    boolean listening() {
        return port.map(GatewayPort::isRunning).orElse(true);
    }
}
