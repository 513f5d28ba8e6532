package in.sampark.consumer.doubt.domain;

import in.sampark.consumer.contact.domain.Contact;

/** What came of somebody's word that a connection isn't theirs. */
public sealed interface Disowning {

    /** The number that was told is doubted now, or was before. */
    record Disowned(Contact contact) implements Disowning {}

    /** No number of the connection was ever proven, so none is told of it. */
    record NothingProven() implements Disowning {}
}
