package in.sampark.consumer.contact;

import in.sampark.consumer.connection.domain.ConnectionId;
import in.sampark.consumer.contact.domain.Contact;
import in.sampark.consumer.contact.domain.ContactNumber;
import in.sampark.consumer.contact.domain.MobileNumber;
import in.sampark.platform.crypto.KeyedHash;
import java.util.Optional;

/** Names for the numbers of a contact that say nothing of the number, not even that another connection has it too. */
public class NumberIds {

    private static final int LENGTH = 16;

    private final KeyedHash hash;

    NumberIds(KeyedHash hash) {
        this.hash = hash;
    }

    /** 16 hexadecimal digits. */
    public String of(ConnectionId connection, MobileNumber number) {
        return hash.hex(connection + "\n" + number.e164()).substring(0, LENGTH);
    }

    /** The number of a contact by its name, or nothing when it has none of it. */
    public Optional<MobileNumber> find(Contact contact, String id) {
        return contact.numbers().stream()
                .map(ContactNumber::number)
                .filter(number -> of(contact.connectionId(), number).equals(id))
                .findAny();
    }
}
