//! Documents as Microsoft Graph gives them.

pub(super) mod security_alerts;
