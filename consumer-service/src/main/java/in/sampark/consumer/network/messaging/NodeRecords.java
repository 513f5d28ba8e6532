package in.sampark.consumer.network.messaging;

import in.sampark.consumer.network.domain.NodeKind;
import in.sampark.consumer.network.domain.NodeReading;
import in.sampark.contract.utility.NetworkNode;
import java.util.Optional;

/** Nodes as records of {@code utility.network.v1}. */
public final class NodeRecords {

    private NodeRecords() {}

    public static NodeReading read(NetworkNode said) {
        return NodeReading.of(
                said.getDiscom(), kind(said), said.getCode(), said.getParentCode(), said.getName(), said.getActive());
    }

    private static Optional<NodeKind> kind(NetworkNode said) {
        return switch (said.getKind()) {
            case UNKNOWN -> Optional.empty();
            case ZONE -> Optional.of(NodeKind.ZONE);
            case CIRCLE -> Optional.of(NodeKind.CIRCLE);
            case DIVISION -> Optional.of(NodeKind.DIVISION);
            case SUB_DIVISION -> Optional.of(NodeKind.SUB_DIVISION);
            case SUBSTATION -> Optional.of(NodeKind.SUBSTATION);
            case FEEDER -> Optional.of(NodeKind.FEEDER);
            case DT -> Optional.of(NodeKind.DT);
        };
    }
}
