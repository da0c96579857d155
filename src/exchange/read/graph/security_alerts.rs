//! `partnerSecurityAlert`, the newer generation of security alerts.

use crate::domain::alert::AlertSource;
use crate::exchange::read::alert::{Names, read as read_alert};
use crate::exchange::read::record::Record;

const NAMES: Names = Names {
    id: &["id"],
    detected: &["detectedDateTime"],
    kind: &["alertType"],
    status: &["status"],
    first_seen: &["firstObservedDateTime"],
    last_seen: &["lastObservedDateTime"],
    resolved: &["resolvedOnDateTime"],
    resource_id: &["resourceId", "azureResourceId"],
    log_at: &["updatedDateTime", "dateTime"],
};

pub(in crate::exchange::read) fn read(record: &mut Record<'_>) {
    read_alert(record, &NAMES, AlertSource::Graph);
}
