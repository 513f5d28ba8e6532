package in.sampark.meter.balance.domain;

import in.sampark.meter.tariff.domain.Charge;
import in.sampark.meter.tariff.domain.MonthBehind;

/** A day with its price. @param month what it leaves to the next day */
record Priced(Charge charge, MonthBehind month) {}
