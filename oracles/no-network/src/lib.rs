//! What `dsntk-feel-evaluator` names of `reqwest`, without a network: every request fails.

/// Why nothing was asked.
#[derive(Debug)]
pub struct Error;

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("there is no network here")
    }
}

impl std::error::Error for Error {}

pub mod blocking {
    use super::Error;

    #[derive(Clone, Debug, Default)]
    pub struct Client;

    pub struct RequestBuilder;

    pub struct Response;

    impl Client {
        #[must_use]
        pub fn new() -> Self {
            Self
        }

        pub fn post(&self, _url: impl AsRef<str>) -> RequestBuilder {
            RequestBuilder
        }
    }

    impl RequestBuilder {
        #[must_use]
        pub fn json<T: serde::Serialize + ?Sized>(self, _body: &T) -> Self {
            self
        }

        /// # Errors
        /// Always.
        pub fn send(self) -> Result<Response, Error> {
            Err(Error)
        }
    }

    impl Response {
        /// # Errors
        /// Always.
        pub fn json<T: serde::de::DeserializeOwned>(self) -> Result<T, Error> {
            Err(Error)
        }
    }
}
