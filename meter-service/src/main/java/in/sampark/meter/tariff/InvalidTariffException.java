package in.sampark.meter.tariff;

/** A tariff file that cannot be used; the message says which, where in it, and what was expected. The service does not start. */
public final class InvalidTariffException extends RuntimeException {

    InvalidTariffException(String message) {
        super(message);
    }
}
