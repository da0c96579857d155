//! The only code that touches the browser.

mod backups;
#[cfg(feature = "bench")]
mod bench;
mod clock;
mod desk;
mod door;
mod effects;
mod files;
mod folders;
mod hands;
mod intl;
mod keeping;
mod listeners;
mod local_storage;
mod mirror;
mod mount;
mod policy_file;
mod preferences;
mod reading;
mod rescue;
mod turns;
mod work;

pub use files::FILES;
pub use hands::HANDS;
pub use mount::mount;
