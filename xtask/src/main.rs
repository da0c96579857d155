//! Set-up, serving, testing and packing of Recourse.

fn main() {
    println!("cargo xtask serve | test | dist | bench");
}
