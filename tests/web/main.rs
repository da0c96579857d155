//! The page in a real browser, driven through WebDriver.
