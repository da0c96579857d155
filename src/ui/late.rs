//! Parts of the program that are fetched when they are first needed.
//!
//! With the feature `split` each part is a file of its own beside the first one, and calling into it
//! waits for that file. Without it everything is in one file and nothing waits.

#[cfg(feature = "split")]
pub use wasm_split_helpers::SplitLoaderError as NotFetched;

/// A part of the program did not arrive. It may be asked for again.
#[cfg(not(feature = "split"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotFetched;

/// Declares a function whose code, and what only it uses, belongs to a part of the program.
///
/// `late! { part, fetch, fn name(argument: Type) -> Type { … } }` makes two asynchronous functions:
/// `fetch` only waits for the part, `name` waits and calls. Both fail with [`NotFetched`].
macro_rules! late {
    ($part:ident, $fetch:ident, fn $name:ident($($arg:ident: $kind:ty),*) -> $out:ty $body:block) => {
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($part, fallible, preload($fetch))]
        pub(crate) fn $name($($arg: $kind),*) -> Result<$out, crate::ui::late::NotFetched> {
            Ok($body)
        }

        #[cfg(not(feature = "split"))]
        pub(crate) async fn $name($($arg: $kind),*) -> Result<$out, crate::ui::late::NotFetched> {
            Ok($body)
        }

        #[cfg(not(feature = "split"))]
        pub(crate) async fn $fetch() -> Result<(), crate::ui::late::NotFetched> {
            Ok(())
        }
    };
}

pub(crate) use late;
