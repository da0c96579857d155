use recourse::domain::Decimal;
use recourse::engine::suspicion::signals::SpikeScore;
use recourse::engine::suspicion::signals::spend_spike::{by_all_days, by_weekday, spike};
use recourse::engine::suspicion::vm_size;

use super::desk::settings;

fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn a_score_is_the_distance_over_the_median_deviation() {
    let baseline = [90, 95, 100, 105, 110, 90, 95, 100, 105, 110, 90, 95, 100, 105, 110];
    let found = by_all_days(150, &baseline, &settings().spend_spike).unwrap();
    assert_eq!(found.median, dec("100"));
    // Deviations: 10, 5, 0, 5, 10 three times over; their median is 5. 0.6745 × 50 / 5.
    assert_eq!(found.score, SpikeScore::Mad(dec("6.745")));
    assert!(found.passes_score);
    assert!(!found.passes_factor);
}

#[test]
fn where_most_days_are_alike_the_mean_deviation_is_used() {
    let mut baseline = vec![100; 14];
    baseline[0] = 240;
    let found = by_all_days(400, &baseline, &settings().spend_spike).unwrap();
    // The mean deviation is 140 / 14 = 10. 300 / (1.253314 × 10).
    assert_eq!(found.score, SpikeScore::MeanDeviation(dec("23.9365")));
    assert!(found.passes_score && found.passes_factor);
}

#[test]
fn where_all_days_are_alike_anything_above_passes() {
    let baseline = [100; 20];
    let score = |x| by_all_days(x, &baseline, &settings().spend_spike).unwrap();
    assert_eq!(score(101).score, SpikeScore::Flat);
    assert!(score(101).passes_score);
    assert!(!score(101).passes_factor);
    assert!(!score(100).passes_score);
}

#[test]
fn out_of_nothing_anything_is_a_multiple() {
    let found = by_all_days(5, &[0; 28], &settings().spend_spike).unwrap();
    assert!(found.passes_score && found.passes_factor);
    let none = by_all_days(0, &[0; 28], &settings().spend_spike).unwrap();
    assert!(!none.passes_score && !none.passes_factor);
}

#[test]
fn four_full_weeks_compare_a_day_with_its_own_weekday() {
    let week = [900, 900, 900, 900, 900, 100, 120];
    let baseline: Vec<i128> = week.iter().cycle().take(28).copied().collect();
    let settings = settings().spend_spike;
    let monday = by_weekday(900, &baseline, &settings).unwrap();
    assert!(!monday.passes_score);
    let rotated: Vec<i128> = baseline.iter().cycle().skip(5).take(28).copied().collect();
    let saturday = spike(900, &rotated, &settings).unwrap();
    assert_eq!(saturday.median, dec("100"));
    assert!(saturday.passes_score && saturday.passes_factor);
}

#[test]
fn a_half_median_stays_exact() {
    let found = by_all_days(10, &[1, 2, 3, 4], &settings().spend_spike).unwrap();
    assert_eq!(found.median, dec("2.5"));
    assert_eq!(found.excess, dec("7.5"));
}

#[test]
fn the_largest_amounts_do_not_overflow() {
    let big = i128::from(i64::MAX);
    let found = by_all_days(big, &[0, 1, big, 2, 3, 4], &settings().spend_spike);
    assert!(found.is_some());
    assert!(by_all_days(i128::MAX, &[1, 2, 3], &settings().spend_spike).is_none());
}

#[test]
fn machine_sizes_are_read_for_family_and_vcpus() {
    let sizes = [
        ("Standard_NC6", "NC", 6),
        ("NC24ads A100 v4", "NC", 24),
        ("Standard_NCC40ads_H100_v5", "NCC", 40),
        ("D2 v3/DS2 v3", "D", 2),
        ("E64-16s v4", "E", 64),
        ("Standard_GS4", "GS", 4),
        ("HB176rs v4 Low Priority", "HB", 176),
    ];
    for (text, family, vcpus) in sizes {
        let size = vm_size::parse(text).unwrap();
        assert_eq!((size.family.as_str(), size.vcpus), (family, Some(vcpus)), "{text}");
    }
    for text in ["", "Hot LRS", "10 DTUs", "Standard", "P10 LRS Disk!", "NCasT4 v3 Series"] {
        let read = vm_size::parse(text);
        let families = settings().new_tenant.families;
        assert!(read.as_ref().is_none_or(|size| !size.is_of(&families)), "{text}: {read:?}");
    }
}

#[test]
fn a_family_counts_with_its_kin_and_not_by_its_first_letter() {
    let families = settings().new_tenant.families;
    let is_of = |text| vm_size::parse(text).unwrap().is_of(&families);
    assert!(is_of("NCC40ads_H100_v5"));
    assert!(is_of("H16r"));
    assert!(!is_of("HA8"));
    assert!(!is_of("D64s_v5"));
}
