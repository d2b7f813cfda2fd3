//! Stable sorting for lists that are short or sorted once: one copy of the sort in the program for all types. The
//! standard library's would be compiled anew, at some kilobytes of download, for each.

use std::cmp::Ordering;

/// Sorts by a comparison, keeping the order of equals.
pub fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    if list.windows(2).all(|two| compare(&two[0], &two[1]).is_le()) {
        return;
    }
    let order = order(list.len(), &|a, b| compare(&list[a as usize], &list[b as usize]));
    let mut items: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|at| items[at as usize].take()));
}

/// Sorts by a key, keeping the order of equals.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}

fn order(len: usize, compare: &dyn Fn(u32, u32) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..len as u32).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        let mut words = vec!["bb", "a", "cc", "", "d"];
        sort_by_key(&mut words, |word| std::cmp::Reverse(word.len()));
        assert_eq!(words, ["bb", "cc", "a", "d", ""]);
        sort_by(&mut words, |a, b| a.cmp(b));
        assert_eq!(words, ["", "a", "bb", "cc", "d"]);
    }
}
