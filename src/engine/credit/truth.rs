//! Yes, no and cannot tell, put together.

use crate::policy::feel::Truth;

/// False wins over unknown.
pub(super) fn and(a: Truth, b: Truth) -> Truth {
    match (a, b) {
        (Ok(false), _) | (_, Ok(false)) => Ok(false),
        (Err(cause), _) | (_, Err(cause)) => Err(cause),
        _ => Ok(true),
    }
}

/// True wins over unknown.
pub(super) fn or(a: Truth, b: Truth) -> Truth {
    match (a, b) {
        (Ok(true), _) | (_, Ok(true)) => Ok(true),
        (Err(cause), _) | (_, Err(cause)) => Err(cause),
        _ => Ok(false),
    }
}
