//! The tables of `data/`, compiled in.

/// The rows of a table of `data/` as arrays of its columns. The build script leaves rows alone, and empties the last
/// column, which says why a row is there.
macro_rules! table {
    ($name:literal) => {
        crate::tables::rows(include_str!(concat!(env!("OUT_DIR"), "/", $name)))
    };
}

/// The rows of a table with N columns.
pub fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines().filter_map(|line| line.split('\t').collect::<Vec<_>>().try_into().ok())
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_row_has_the_columns_of_its_table_and_a_reason() {
        for entry in std::fs::read_dir("data").expect("tests run beside the tables") {
            let path = entry.expect("a file").path();
            if path.extension().is_none_or(|extension| extension != "tsv") {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("text");
            let mut lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
            let columns = lines.clone().next().map(|line| line.split('\t').count());
            let whole = |line: &str| {
                Some(line.split('\t').count()) == columns
                    && line.rsplit('\t').next().is_some_and(|r| !r.trim().is_empty())
            };
            assert_eq!(lines.find(|line| !whole(line)), None, "{}", path.display());
        }
    }
}
