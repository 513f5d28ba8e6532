package in.sampark.meter.tariff.domain;

/** What a percentage can be taken of. */
public enum PercentOf {
    /** Energy at full price. */
    ENERGY {
        @Override
        long paise(Charge charge) {
            return charge.energyPaise();
        }
    },
    /** Energy less subsidy. */
    ENERGY_AFTER_SUBSIDY {
        @Override
        long paise(Charge charge) {
            return Math.addExact(charge.energyPaise(), charge.subsidyPaise());
        }
    },
    /** Fixed charge. */
    FIXED {
        @Override
        long paise(Charge charge) {
            return charge.fixedPaise();
        }
    },
    /** Fuel surcharge. */
    SURCHARGE {
        @Override
        long paise(Charge charge) {
            return charge.surchargePaise();
        }
    };

    abstract long paise(Charge charge);
}
