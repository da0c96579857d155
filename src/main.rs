//! On wasm32 this mounts the page; elsewhere it is the terminal program `recourse`.

#[cfg(target_arch = "wasm32")]
fn main() {
    recourse::ui::shell::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    recourse::cli::run(std::env::args_os())
}
