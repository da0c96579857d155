//! A static server on a thread, which can be stopped to see what the page does without one.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

/// Serves one folder under `/app/`, as a project's page on a shared host would be.
pub struct Server {
    address: SocketAddr,
    stopping: Arc<AtomicBool>,
    withholding: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

const PREFIX: &str = "/app/";

impl Server {
    /// # Errors
    /// When no port is free.
    pub fn start(folder: &Path) -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let stopping = Arc::new(AtomicBool::new(false));
        let withholding = Arc::new(AtomicBool::new(false));
        let (folder, stop) = (folder.to_path_buf(), Arc::clone(&stopping));
        let withhold = Arc::clone(&withholding);
        let thread = thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if stop.load(Ordering::SeqCst) {
                    break;
                }
                let (folder, withhold) = (folder.clone(), withhold.load(Ordering::SeqCst));
                thread::spawn(move || answer(stream, &folder, withhold));
            }
        });
        Ok(Self { address, stopping, withholding, thread: Some(thread) })
    }

    /// The address of the page, with what follows it, such as `?x` or a hash.
    #[must_use]
    pub fn url(&self, rest: &str) -> String {
        format!("http://localhost:{}{PREFIX}{rest}", self.address.port())
    }

    /// Whether the parts of the program that come later are out of reach from here on.
    pub fn withhold_later_parts(&self, withhold: bool) {
        self.withholding.store(withhold, Ordering::SeqCst);
    }

    /// From here on nothing answers at this address.
    pub fn stop(&mut self) {
        self.stopping.store(true, Ordering::SeqCst);
        // Wakes the thread out of its wait.
        TcpStream::connect(self.address).ok();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// One request, one answer, one connection. A visitor who goes away is no error.
fn answer(mut stream: TcpStream, folder: &Path, withhold: bool) {
    let Some(path) = asked_for(&stream) else {
        return;
    };
    let is_withheld = withhold && path.contains("/part-");
    let found = file(folder, &path).filter(|_| !is_withheld);
    let (status, kind, body) = match found.map(|file| (fs::read(&file), file)) {
        Some((Ok(body), file)) => ("200 OK", kind_of(&file), body),
        _ => ("404 Not Found", "text/plain", b"not here".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Cache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).ok();
    stream.write_all(&body).ok();
}

/// The path of the request, after its headers were read to the end.
fn asked_for(stream: &TcpStream) -> Option<String> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next()?.ok()?;
    for line in lines.map_while(Result::ok) {
        if line.is_empty() {
            break;
        }
    }
    let target = first.split(' ').nth(1)?;
    target.split(['?', '#']).next().map(str::to_owned)
}

fn file(folder: &Path, path: &str) -> Option<PathBuf> {
    let name = path.strip_prefix(PREFIX)?;
    if name.split('/').any(|part| part == "..") {
        return None;
    }
    Some(folder.join(if name.is_empty() { "index.html" } else { name }))
}

fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|ext| ext.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
