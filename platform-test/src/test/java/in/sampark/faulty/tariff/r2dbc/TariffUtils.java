package in.sampark.faulty.tariff.r2dbc;

public class TariffUtils {}
