//! Keeping the journal, on a storage that fails on demand. Rules: `src/store/SPEC.md`.

mod damage;
mod faults;
mod faulty;
mod keeping;
mod packing;
mod reading;
mod ring;
mod saving;
mod tabs;
