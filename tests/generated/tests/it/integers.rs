//! Enums of integers.

use std::error::Error;

use generated::cases::house_integers::{Cabinet, CabinetPhase, Grade, Meter, MeterPhase, Phase, Reading, support};
use generated::cases::openapi_python_levels::{Cellar, Rank};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

type Test = Result<(), Box<dyn Error>>;

fn meter() -> Value {
    json!({ "phase": -1, "phases": [2, 3], "limits": { "day": 16, "night": i64::MIN }, "serial": "2" })
}

/// A value after a trip through formats with and without names of fields.
fn after_a_trip<T: DeserializeOwned + Serialize>(value: &T) -> Result<T, Box<dyn Error>> {
    let value: T = postcard::from_bytes(&postcard::to_allocvec(value)?)?;
    let mut bytes = Vec::new();
    ciborium::into_writer(&value, &mut bytes)?;
    let value: T = ciborium::from_reader(&*bytes)?;
    Ok(serde_saphyr::from_str(&serde_saphyr::to_string(&value)?)?)
}

#[test]
fn they_are_numbers_in_all_formats() -> Test {
    let meter_read: Meter = serde_json::from_value(meter())?;
    assert_eq!(serde_json::to_value(after_a_trip(&meter_read)?)?, meter());
    let phases = vec![Phase::Minus1, Phase::from(7)];
    assert_eq!(after_a_trip(&phases)?, phases);
    assert_eq!(serde_json::to_string(&phases)?, "[-1,7]");
    assert!(serde_json::from_str::<Phase>("1.5").is_err() && serde_json::from_str::<Phase>("\"1\"").is_err());
    Ok(())
}

#[test]
fn unlisted_ones_are_kept_and_reported() -> Test {
    let meter: Meter = serde_json::from_value(meter())?;
    let reports: Vec<String> = support::unexpected(&meter).iter().map(ToString::to_string).collect();
    let expected = ["phases[1]: unlisted value 3".to_owned(), format!("limits.night: unlisted value {}", i64::MIN)];
    assert_eq!(reports, expected);
    Ok(())
}

#[test]
fn other_values_are_kept_like_those_of_integers() -> Test {
    for phase in [json!("one"), json!(1.5), json!(u64::MAX), json!([1]), json!(true)] {
        let json = json!({ "phase": phase });
        let meter: Meter = serde_json::from_value(json.clone())?;
        assert_eq!(meter.phase, None);
        assert_eq!(serde_json::to_value(&meter)?, json);
    }
    let meter: Meter = serde_json::from_value(json!({ "phase": 1.0 }))?;
    assert_eq!(meter.phase, Some(Phase::_1));
    Ok(())
}

#[test]
fn a_union_prefers_a_listed_integer() -> Test {
    let reading = |json: Value| serde_json::from_value::<Reading>(json);
    assert_eq!(reading(json!(2))?, Reading::Grade(Grade::_2));
    assert_eq!(reading(json!(3))?, Reading::Number(3.0));
    assert_eq!(reading(json!(2.5))?, Reading::Number(2.5));
    Ok(())
}

#[test]
fn they_behave_like_integers() -> Test {
    let phase: CabinetPhase = MeterPhase::_2;
    let cabinet = Cabinet::default().with_phase(2_u8);
    assert_eq!(cabinet.phase, Some(phase));
    assert!(phase == 2 && phase == 2_i64 && phase != 2_u32 + 1 && i64::from(phase) + 1 == 3);
    assert_eq!("-1".parse::<Phase>()?, Phase::Minus1);
    assert!("one".parse::<Phase>().is_err());
    assert_eq!(format!("{:>3}|{:?}", Phase::Minus1, Phase::from(5)), " -1|5");
    let mut all = Phase::KNOWN.to_vec();
    all.sort_unstable();
    assert_eq!(all, [Phase::Minus1, Phase::_1, Phase::_2]);
    Ok(())
}

#[test]
fn documents_name_them() -> Test {
    let cellar: Cellar = serde_json::from_value(json!({ "rank": 10, "light": 20 }))?;
    assert_eq!((cellar.rank, cellar.light), (Some(Rank::Host), Some(Rank::_20)));
    assert_eq!(Rank::from(30), Rank::Unlisted2);
    Ok(())
}
