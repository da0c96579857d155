//! All marks of a customer in one order.

use super::mark::Mark;
use super::{access, holds, money, notices, windows};
use crate::domain::order;
use crate::engine::collections::answer::Plan;
use crate::engine::collections::scene::Scene;

/// By day, then by lane; the rest by what they are, so that no order of import shows.
pub(in crate::engine::collections) fn timeline(scene: &Scene<'_>, plan: &Plan) -> Vec<Mark> {
    let mut marks = money::marks(scene);
    marks.extend(notices::marks(scene, plan));
    marks.extend(holds::marks(scene));
    marks.extend(access::marks(scene, plan));
    marks.extend(windows::marks(scene));
    order::sort_by_key(&mut marks, |mark| (mark.start, mark.lane, mark.tense, mark.end));
    marks
}
