package in.sampark.consumer.network.web;

import in.sampark.consumer.network.domain.Finding;

/** Something that does not fit together, as staff see it. */
record FindingView(String kind, String code, Finding.Reason reason, long connections) {

    static FindingView of(Finding finding) {
        return new FindingView(finding.kind().title(), finding.code(), finding.reason(), finding.connections());
    }
}
