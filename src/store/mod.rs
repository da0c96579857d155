//! Where the journal is kept.
//!
//! One key per update, written only by the tab that made it; older updates packed into segments;
//! beside them how far each chain reaches, so that a loss is noticed. Numbered rules ST1 to ST15
//! are in `SPEC.md`; their numbers stand in the names of the tests.

mod compaction;
mod durable;
mod envelope;
mod heads;
mod keeper;
mod key;
mod loading;
mod migration;
mod packing;
mod reading;
mod ring;
mod room;
mod saving;
mod second_copy;
mod shelf;
mod storage;

pub use durable::{Badge, Durability, Ticket};
pub use envelope::Damage;
pub use keeper::{Changes, Foreign, Keeper, SaveError, Saved, Write};
pub use key::Namespace;
pub use loading::{Loaded, Remark};
pub use migration::{FORM, MIGRATIONS, Migration, check as check_migrations, lift};
pub use reading::Reading;
pub use ring::{BackupReading, Generation, is_due, surplus};
pub use room::{Room, RoomLevel, WARN_PERCENT};
pub use shelf::SetAside;
pub use storage::{MemoryStorage, QUOTA_UNITS, Storage, StorageError, units};
