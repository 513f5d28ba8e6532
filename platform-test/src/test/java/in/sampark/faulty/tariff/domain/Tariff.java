package in.sampark.faulty.tariff.domain;

import in.sampark.faulty.tariff.r2dbc.TariffUtils;

public record Tariff(TariffUtils tariffs) {}
