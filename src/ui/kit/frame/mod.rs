//! The frame of the page: rail, top bar, bottom bar, main region.

mod bottom_bar;
mod page;
mod place;
mod rail;
mod skip_link;
mod top_bar;

pub use bottom_bar::BottomBar;
pub use page::Frame;
pub use place::Place;
pub use rail::Rail;
pub use skip_link::SkipLink;
pub use top_bar::TopBar;
