package in.sampark.notification.template.domain;

import java.util.Arrays;
import java.util.List;

/** Account numbers by their last four characters: enough to tell one's own apart, and to nobody else anything. */
final class LastFours {

    private static final int ROOM = VariableType.LONGEST;
    private static final String BETWEEN = ", ";

    private LastFours() {}

    /** {@code 7010000001} is {@code 0001}. */
    static String of(String account) {
        return account.substring(Math.max(0, account.length() - 4));
    }

    /** {@code 7010000001,7010000002} is {@code 0001, 0002}; of more than a variable has room for the rest is counted: {@code 0001 +41}. */
    static String ofEach(String accounts) {
        List<String> each =
                Arrays.stream(accounts.split(",")).map(LastFours::of).toList();
        int named = Math.min(each.size(), ROOM);
        while (named > 1 && written(each, named).length() > ROOM) {
            named--;
        }
        return written(each, named);
    }

    private static String written(List<String> each, int named) {
        String written = String.join(BETWEEN, each.subList(0, named));
        return named == each.size() ? written : written + " +" + (each.size() - named);
    }
}
