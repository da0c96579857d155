//! `cargo xtask serve`: the page on this machine, rebuilt on every change.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use crate::Outcome;
use crate::paths;
use crate::run::{run as start, say};
use crate::setup;

const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 100;

struct Wanted {
    open: bool,
    port: Option<u16>,
}

pub fn run(words: &[&str]) -> Outcome {
    let wanted = parse(words)?;
    let servers = setup::servers()?;
    let port = choose_port(wanted.port)?;
    say(&format!("the page will be at http://127.0.0.1:{port}/ (Ctrl C ends it)"));
    let mut trunk = Command::new(&servers.trunk);
    trunk
        .args(["serve", "--offline", "--disable-address-lookup"])
        .args(["--address", "127.0.0.1", "--port"])
        .arg(port.to_string())
        .arg("--dist")
        .arg(paths::target().join("page").join("serve"))
        .env("PATH", paths::path_with(&servers.folders)?)
        // Trunk takes this variable for an option of its own and stops at values it does not know.
        .env_remove("NO_COLOR")
        .current_dir(paths::root());
    if wanted.open {
        trunk.arg("--open");
    }
    start(&mut trunk)
}

fn parse(words: &[&str]) -> Outcome<Wanted> {
    let mut wanted = Wanted { open: true, port: None };
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        match *word {
            "--no-open" => wanted.open = false,
            "--open" => wanted.open = true,
            "--port" => {
                let number = rest.next().and_then(|text| text.parse().ok());
                wanted.port = Some(number.ok_or("`--port` needs a number from 1 to 65535")?);
            }
            other => {
                return Err(format!(
                    "`serve` does not know `{other}`; it takes --no-open and --port N"
                ));
            }
        }
    }
    Ok(wanted)
}

/// The wanted port if it is free, else the first free one from 8080 on.
fn choose_port(wanted: Option<u16>) -> Outcome<u16> {
    match wanted {
        Some(port) if is_free(port) => Ok(port),
        Some(port) => Err(format!("port {port} is in use; give another with `--port`, or none")),
        None => (FIRST_PORT..FIRST_PORT + PORTS_TRIED)
            .find(|port| is_free(*port))
            .ok_or_else(|| "no free port from 8080 to 8179; give one with `--port`".to_owned()),
    }
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{choose_port, parse};
    use std::net::TcpListener;

    #[test]
    fn words_are_understood_or_refused() {
        let wanted = parse(&["--no-open", "--port", "9001"]).unwrap();
        assert!(!wanted.open);
        assert_eq!(wanted.port, Some(9001));
        assert!(parse(&["--port"]).is_err());
        assert!(parse(&["--port", "70000"]).is_err());
        assert!(parse(&["--prot", "9001"]).is_err());
    }

    #[test]
    fn a_port_in_use_is_refused_by_name() {
        let taken = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = taken.local_addr().unwrap().port();
        let why = choose_port(Some(port)).unwrap_err();
        assert!(why.contains(&port.to_string()), "{why}");
    }
}
