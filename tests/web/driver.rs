//! A small client of W3C WebDriver: one browser per value, closed when dropped.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long to wait for what should appear.
const PATIENCE: Duration = Duration::from_secs(40);

/// How an element is named in the protocol.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// What the protocol calls the keys that print nothing.
pub mod key {
    pub const TAB: &str = "\u{e004}";
    pub const ENTER: &str = "\u{e007}";
    pub const SHIFT: &str = "\u{e008}";
    pub const CONTROL: &str = "\u{e009}";
    pub const ALT: &str = "\u{e00a}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const SPACE: &str = "\u{e00d}";
    pub const LEFT: &str = "\u{e012}";
    pub const UP: &str = "\u{e013}";
    pub const RIGHT: &str = "\u{e014}";
    pub const DOWN: &str = "\u{e015}";
}

/// A browser, with a fresh and empty profile unless it was started in one.
pub struct Browser {
    driver: Child,
    session: String,
    agent: ureq::Agent,
    profile: Option<PathBuf>,
}

/// Something in the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Element(pub Value);

impl Drop for Browser {
    fn drop(&mut self) {
        if self.session.is_empty() {
            return;
        }
        self.agent.delete(&self.session).call().ok();
        self.driver.kill().ok();
        self.driver.wait().ok();
    }
}

impl Browser {
    /// Starts a browser. Both programs are named by their paths.
    ///
    /// # Errors
    /// A sentence, when the driver or the browser does not start.
    pub fn start(driver: &Path, chromium: &Path) -> Result<Self, String> {
        Self::start_with(driver, chromium, None)
    }

    /// Starts a browser in the profile of this folder: what an earlier one kept there is there again.
    ///
    /// # Errors
    /// A sentence, when the driver or the browser does not start.
    pub fn start_in(driver: &Path, chromium: &Path, profile: &Path) -> Result<Self, String> {
        Self::start_with(driver, chromium, Some(profile))
    }

    fn start_with(driver: &Path, chromium: &Path, profile: Option<&Path>) -> Result<Self, String> {
        let port = free_port()?;
        let mut child = Command::new(driver)
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|why| format!("`{}` did not start: {why}", driver.display()))?;
        let agent = agent();
        let base = format!("http://127.0.0.1:{port}");
        let profile = profile.map(Path::to_path_buf);
        match new_session(&agent, &base, chromium, profile.as_deref()) {
            Ok(id) => {
                let session = format!("{base}/session/{id}");
                Ok(Self { driver: child, session, agent, profile })
            }
            Err(why) => {
                child.kill().ok();
                child.wait().ok();
                Err(why)
            }
        }
    }

    /// Kills the browser and everything it started, at once and without a word, as a loss of power
    /// for this program would. Only for a browser in a profile of its own, by which its processes are known.
    pub fn kill(mut self) {
        // The driver first: it would otherwise close what is left in an orderly manner.
        self.driver.kill().ok();
        self.driver.wait().ok();
        if let Some(profile) = self.profile.take() {
            kill_all_in(&profile);
        }
        self.session = String::new();
    }

    /// Opens a window of its own in this browser and goes on in it; its handle.
    pub fn new_window(&self) -> String {
        self.open_new("window")
    }

    /// The same as a tab of the window that is there, which hides the tab before it.
    pub fn new_tab(&self) -> String {
        self.open_new("tab")
    }

    fn open_new(&self, kind: &str) -> String {
        let opened = self.post("window/new", &json!({"type": kind}));
        let handle = text_of(&opened["handle"]);
        self.switch_to(&handle);
        handle
    }

    /// The handle of the window that commands go to.
    #[must_use]
    pub fn window(&self) -> String {
        text_of(&self.get("window"))
    }

    /// The handles of all windows, in the order in which they were opened.
    #[must_use]
    pub fn windows(&self) -> Vec<String> {
        self.get("window/handles").as_array().into_iter().flatten().map(text_of).collect()
    }

    pub fn switch_to(&self, window: &str) {
        self.post("window", &json!({"handle": window}));
    }

    /// Closes the window that commands go to; [`Browser::switch_to`] another before the next.
    pub fn close_window(&self) {
        self.agent.delete(format!("{}/window", self.session)).call().ok();
    }

    /// As [`Browser::goto`], where the page may be gone before it answers.
    pub fn try_goto(&self, url: &str) -> bool {
        let answer =
            self.agent.post(format!("{}/url", self.session)).send_json(json!({"url": url}));
        read(answer).is_ok()
    }

    pub fn goto(&self, url: &str) {
        self.post("url", &json!({"url": url}));
    }

    pub fn reload(&self) {
        self.post("refresh", &json!({}));
    }

    pub fn back(&self) {
        self.post("back", &json!({}));
    }

    #[must_use]
    pub fn url(&self) -> String {
        text_of(&self.get("url"))
    }

    #[must_use]
    pub fn title(&self) -> String {
        text_of(&self.get("title"))
    }

    /// Runs the body of a function in the page; what it returns, or what its promise becomes, comes back.
    pub fn script(&self, body: &str, args: &[Value]) -> Value {
        let body = format!(
            "const done = arguments[arguments.length - 1]; const given = [...arguments].slice(0, -1);\n\
             Promise.resolve().then(async () => (function () {{ {body} }}).apply(null, given))\n\
             .then((value) => done({{ value }}), (why) => done({{ why: String(why?.stack ?? why) }}));"
        );
        let answer = self.post("execute/async", &json!({"script": body, "args": args}));
        match answer.get("why") {
            Some(why) => panic!("a script failed in the page: {}", text_of(why)),
            None => answer.get("value").cloned().unwrap_or(Value::Null),
        }
    }

    /// A command of the browser's own protocol, such as `Emulation.setTimezoneOverride`.
    pub fn cdp(&self, command: &str, params: &Value) -> Value {
        self.post("goog/cdp/execute", &json!({"cmd": command, "params": params}))
    }

    /// The size of the page in CSS pixels, however small.
    pub fn resize(&self, width: u32, height: u32) {
        let metrics =
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
        self.cdp("Emulation.setDeviceMetricsOverride", &metrics);
    }

    /// Media features such as `("prefers-color-scheme", "dark")`; they replace those set before.
    pub fn prefer(&self, features: &[(&str, &str)]) {
        let list: Vec<Value> =
            features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        self.cdp("Emulation.setEmulatedMedia", &json!({"features": list}));
    }

    pub fn time_zone(&self, zone: &str) {
        self.cdp("Emulation.setTimezoneOverride", &json!({"timezoneId": zone}));
    }

    pub fn locale(&self, locale: &str) {
        self.cdp("Emulation.setLocaleOverride", &json!({"locale": locale}));
    }

    /// Lets the page download, into this folder.
    pub fn download_to(&self, folder: &Path) {
        let params = json!({"behavior": "allow", "downloadPath": folder});
        self.cdp("Browser.setDownloadBehavior", &params);
    }

    /// The page as a picture, PNG.
    #[must_use]
    pub fn screenshot(&self) -> Vec<u8> {
        from_base64(&text_of(&self.get("screenshot")))
    }

    /// The page on paper, PDF.
    #[must_use]
    pub fn print(&self) -> Vec<u8> {
        from_base64(&text_of(&self.post("print", &json!({}))))
    }

    /// What the page has written to the console since last asked: warnings and errors.
    #[must_use]
    pub fn console(&self) -> Vec<String> {
        let entries = self.post("se/log", &json!({"type": "browser"}));
        entries
            .as_array()
            .into_iter()
            .flatten()
            .filter(|entry| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING")))
            .map(|entry| text_of(&entry["message"]))
            .collect()
    }

    /// Waits until the page answers with something other than null or false, and gives it back.
    pub fn wait(&self, what: &str, body: &str, args: &[Value]) -> Value {
        let started = Instant::now();
        loop {
            let answer = self.script(body, args);
            if !matches!(answer, Value::Null | Value::Bool(false)) {
                return answer;
            }
            if started.elapsed() > PATIENCE {
                panic!("waited {PATIENCE:?} for {what}\n{}", self.seen());
            }
            sleep(Duration::from_millis(40));
        }
    }

    /// Waits until a page that leaves by itself has become another for which this expression holds. A question that
    /// the old page took with it unanswered is asked again, so it must be one that is answered at once.
    pub fn wait_for_next_page(&self, what: &str, holds: &str) {
        let question = json!({"script": format!("return !!({holds})"), "args": []});
        let started = Instant::now();
        loop {
            let address = format!("{}/execute/sync", self.session);
            let answer = read(self.agent.post(address).send_json(&question));
            if answer == Ok(Value::Bool(true)) {
                return;
            }
            if started.elapsed() > PATIENCE {
                panic!("waited {PATIENCE:?} for {what}: {answer:?}\n{}", self.seen());
            }
            sleep(Duration::from_millis(40));
        }
    }

    /// Clicks as a mouse does: scrolled into view, in the middle, and not through what lies on top.
    pub fn click(&self, element: &Element) {
        self.post(&format!("element/{}/click", element.id()), &json!({}));
    }

    /// Types into an element, or gives a file's path to a file field.
    pub fn type_into(&self, element: &Element, text: &str) {
        self.post(&format!("element/{}/value", element.id()), &json!({"text": text}));
    }

    pub fn clear(&self, element: &Element) {
        self.post(&format!("element/{}/clear", element.id()), &json!({}));
    }

    /// Presses the letters and keys one after another, wherever the focus is.
    pub fn press(&self, keys: &str) {
        let actions: Vec<Value> = keys
            .chars()
            .flat_map(|key| {
                ["keyDown", "keyUp"].map(|kind| json!({"type": kind, "value": key.to_string()}))
            })
            .collect();
        self.keyboard(&actions);
    }

    /// Holds one key while pressing another, as in `chord(key::CONTROL, "k")`.
    pub fn chord(&self, held: &str, pressed: &str) {
        let action = |kind: &str, key: &str| json!({"type": kind, "value": key});
        self.keyboard(&[
            action("keyDown", held),
            action("keyDown", pressed),
            action("keyUp", pressed),
            action("keyUp", held),
        ]);
    }

    fn keyboard(&self, actions: &[Value]) {
        let keyboard = json!({"type": "key", "id": "keyboard", "actions": actions});
        self.post("actions", &json!({"actions": [keyboard]}));
    }

    /// For messages of failed tests: where the browser is and what it shows.
    #[must_use]
    pub fn seen(&self) -> String {
        let text = self.script("return document.body?.innerText ?? ''", &[]);
        format!(
            "at {}\nconsole: {:?}\nthe page says:\n{}",
            self.url(),
            self.console(),
            text_of(&text)
        )
    }

    fn get(&self, path: &str) -> Value {
        let answer = self.agent.get(format!("{}/{path}", self.session)).call();
        value_of(path, answer)
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        let answer = self.agent.post(format!("{}/{path}", self.session)).send_json(body);
        value_of(path, answer)
    }
}

impl Element {
    fn id(&self) -> &str {
        self.0[ELEMENT].as_str().unwrap_or_default()
    }
}

type Answer = Result<ureq::http::Response<ureq::Body>, ureq::Error>;

fn value_of(path: &str, answer: Answer) -> Value {
    match read(answer) {
        Ok(value) => value,
        Err(why) => panic!("the browser refused `{path}`: {why}"),
    }
}

/// The value of an answer, or what the driver says went wrong.
fn read(answer: Answer) -> Result<Value, String> {
    let mut answer = answer.map_err(|why| why.to_string())?;
    let good = answer.status().is_success();
    // Screenshots and the sources of a checker are larger than the client's usual limit.
    let body = answer.body_mut().with_config().limit(1 << 28).read_json::<Value>();
    let value = body.map_err(|why| why.to_string())?["value"].take();
    if good { Ok(value) } else { Err(text_of(&value["message"])) }
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(120)))
        .proxy(None)
        .build();
    config.into()
}

/// Every process whose command line names this profile.
fn kill_all_in(profile: &Path) {
    let named = profile.to_string_lossy().into_owned();
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let ours = processes.filter_map(|process| {
        let line = std::fs::read(process.path().join("cmdline")).ok()?;
        let names_it = String::from_utf8_lossy(&line).contains(&named);
        names_it.then(|| process.file_name().to_string_lossy().into_owned())
    });
    let ours: Vec<String> = ours.collect();
    if !ours.is_empty() {
        Command::new("kill").arg("-9").args(ours).stderr(Stdio::null()).status().ok();
    }
}

fn new_session(
    agent: &ureq::Agent,
    base: &str,
    chromium: &Path,
    profile: Option<&Path>,
) -> Result<String, String> {
    let started = Instant::now();
    while agent.get(format!("{base}/status")).call().is_err() {
        if started.elapsed() > PATIENCE {
            return Err(format!("the browser's driver did not answer within {PATIENCE:?}"));
        }
        sleep(Duration::from_millis(20));
    }
    let answer = agent.post(format!("{base}/session")).send_json(capabilities(chromium, profile));
    let session = read(answer).map_err(|why| format!("the browser did not start: {why}"))?;
    Ok(text_of(&session["sessionId"]))
}

fn capabilities(chromium: &Path, profile: Option<&Path>) -> Value {
    let profile = profile.map(|folder| format!("--user-data-dir={}", folder.display()));
    let args: Vec<&str> = ARGUMENTS.iter().copied().chain(profile.as_deref()).collect();
    json!({"capabilities": {"alwaysMatch": {
        "goog:chromeOptions": {"binary": chromium, "args": args},
        "goog:loggingPrefs": {"browser": "ALL"},
        "timeouts": {"script": 60_000, "pageLoad": 60_000},
    }}})
}

const ARGUMENTS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
    "--force-prefers-reduced-motion",
    "--lang=en-GB",
    "--window-size=1280,900",
];

fn free_port() -> Result<u16, String> {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|why| format!("no free port: {why}"))
}

fn text_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn from_base64(text: &str) -> Vec<u8> {
    let digit = |letter: u8| match letter {
        b'A'..=b'Z' => Some(letter - b'A'),
        b'a'..=b'z' => Some(letter - b'a' + 26),
        b'0'..=b'9' => Some(letter - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits: Vec<u8> = text.bytes().filter_map(digit).collect();
    let mut bytes = Vec::with_capacity(digits.len() * 3 / 4);
    for chunk in digits.chunks(4) {
        let word = chunk.iter().fold(0u32, |word, digit| word << 6 | u32::from(*digit));
        let word = word << (6 * (4 - chunk.len()));
        bytes.extend(&word.to_be_bytes()[1..chunk.len()]);
    }
    bytes
}
