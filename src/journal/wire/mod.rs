//! The kept form of the domain: the only place that says how a noun becomes text in a file.

mod acts;
mod extra;
mod facts;
mod primitives;

/// Makes a domain type readable and writable through its mirror type.
macro_rules! kept {
    ($domain:path => $mirror:ident) => {
        impl serde::Serialize for $domain {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $mirror::serialize(self, to)
            }
        }

        impl<'de> serde::Deserialize<'de> for $domain {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $mirror::deserialize(from)
            }
        }
    };
}

use kept;
