//! `fraudEvents`, the older generation of security alerts.

use crate::domain::alert::AlertSource;
use crate::exchange::read::alert::{Names, read as read_alert};
use crate::exchange::read::record::Record;

const NAMES: Names = Names {
    id: &["eventId"],
    detected: &["eventTime"],
    kind: &["eventType"],
    status: &["eventStatus"],
    first_seen: &["firstObserved", "firstOccurrence"],
    last_seen: &["lastObserved", "lastOccurrence"],
    resolved: &["resolvedOn"],
    resource_id: &["azureResourceId", "resourceId"],
    log_at: &["dateTime", "updatedDateTime"],
};

pub(in crate::exchange::read) fn read(record: &mut Record<'_>) {
    read_alert(record, &NAMES, AlertSource::FraudEvents);
}
