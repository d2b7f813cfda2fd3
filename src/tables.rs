//! The tables of `data/`, compiled in.

/// The rows of a table of `data/` as arrays of its columns. The build script leaves rows alone, and empties the last
/// column, which says why a row is there.
macro_rules! table {
    ($name:literal) => {
        crate::tables::rows(include_str!(concat!(env!("OUT_DIR"), "/", $name)))
    };
}

/// The rows of a table with N columns. As a list, so that the program holds the loop once and not once for each table.
#[inline(never)]
pub fn rows<const N: usize>(text: &'static str) -> std::vec::IntoIter<[&'static str; N]> {
    let mut rows = Vec::new();
    for line in text.lines() {
        let mut row = [""; N];
        if cells(line, &mut row) {
            rows.push(row);
        }
    }
    rows.into_iter()
}

/// Cuts a line into its columns; false where there are more or fewer.
fn cells(line: &'static str, row: &mut [&'static str]) -> bool {
    let mut columns = line.split('\t');
    row.iter_mut().all(|cell| columns.next().map(|column| *cell = column).is_some()) && columns.next().is_none()
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
