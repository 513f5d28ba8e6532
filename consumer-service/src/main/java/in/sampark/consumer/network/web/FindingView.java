package in.sampark.consumer.network.web;

import in.sampark.consumer.network.domain.Finding;
import org.jspecify.annotations.Nullable;

/** Something that does not fit together, as staff see it; see {@link Finding}. */
record FindingView(
        String kind,
        String code,
        Finding.Reason reason,
        long connections,
        @Nullable String under,
        @Nullable String known) {

    static FindingView of(Finding finding) {
        return new FindingView(
                finding.kind().title(),
                finding.code(),
                finding.reason(),
                finding.connections(),
                finding.under(),
                finding.known());
    }
}
