//! Takes out of the tables what only people read, comments and the reasons in the last column: a twentieth of what a
//! browser would have to download of the engine.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=data");
    let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    for entry in fs::read_dir("data")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "tsv") {
            let name = path.file_name().expect("a file has a name");
            fs::write(Path::new(&out).join(name), without_reasons(&fs::read_to_string(&path)?))?;
        }
    }
    Ok(())
}

/// The rows alone, their last column empty.
fn without_reasons(table: &str) -> String {
    let rows = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.map(|row| row.rsplit_once('\t').map_or(String::new(), |(columns, _)| format!("{columns}\t\n"))).collect()
}
