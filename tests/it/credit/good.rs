//! A customer against whom the standard policy has nothing.

pub const GOOD: &[(&str, &str)] = &[
    ("payment.overdue", "0.00"),
    ("payment.oldestDaysLate", "0"),
    ("payment.worstDaysLate12m", "3"),
    ("payment.averageDaysLate12m", "0"),
    ("exposure.open", "10000.00"),
    ("exposure.committed", "2000.00"),
    ("spend.monthly", "4000.00"),
    ("customer.monthsWithUs", "30"),
    ("customer.country", "DE"),
    ("bureau.score", "81"),
    ("company.ageYears", "12"),
    ("company.insolvency", "false"),
    ("identity.verified", "true"),
    ("bureau.netWorth", "400000.00"),
];
