//! How old the values of one attribute are, for all customers.

/// One age for all as long as it is one: most attributes are as old as a file.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ages {
    Same { age: Option<i64>, count: usize },
    Each(Vec<Option<i64>>),
}

impl Default for Ages {
    fn default() -> Self {
        Self::Same { age: None, count: 0 }
    }
}

impl Ages {
    pub fn push(&mut self, found: Option<i64>) {
        match self {
            Self::Same { age, count } if *count == 0 || *age == found => {
                *age = found;
                *count = count.saturating_add(1);
            }
            Self::Same { age, count } => {
                let mut each = vec![*age; *count];
                each.push(found);
                *self = Self::Each(each);
            }
            Self::Each(each) => each.push(found),
        }
    }

    pub fn get(&self, row: usize) -> Option<i64> {
        match self {
            Self::Same { age, .. } => *age,
            Self::Each(each) => each.get(row).copied().flatten(),
        }
    }

    /// The age of all, where it is one.
    pub fn same(&self) -> Option<Option<i64>> {
        match self {
            Self::Same { age, .. } => Some(*age),
            Self::Each(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Ages;

    #[test]
    fn what_goes_in_comes_out() {
        let mut ages = Ages::default();
        ages.push(Some(3));
        ages.push(Some(3));
        assert_eq!(ages.same(), Some(Some(3)));
        ages.push(None);
        ages.push(Some(4));
        assert_eq!(ages.same(), None);
        let each: Vec<Option<i64>> = (0..5).map(|row| ages.get(row)).collect();
        assert_eq!(each, [Some(3), Some(3), None, Some(4), None]);
    }
}
