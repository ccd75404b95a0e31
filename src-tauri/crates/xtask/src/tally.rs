//! Counting tests over several runners from their closing lines.

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl Tally {
    /// Sums every `test result: ok. 3 passed; 0 failed; …` of `cargo test`.
    pub fn of_cargo(text: &str) -> Self {
        let lines = text.lines().filter(|line| line.starts_with("test result:"));
        Self::sum(lines, &[';', '.'])
    }

    /// Sums every `Tests  1 failed | 12 passed (13)` of vitest.
    pub fn of_vitest(text: &str) -> Self {
        let lines = text.lines().filter(|line| line.trim_start().starts_with("Tests "));
        Self::sum(lines.map(|line| line.trim_start().trim_start_matches("Tests")), &['|', '('])
    }

    /// A step that ended badly without naming a failed test still counts as one failure.
    pub fn with_verdict(mut self, succeeded: bool) -> Self {
        if !succeeded && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

    fn sum<'a>(lines: impl Iterator<Item = &'a str>, separators: &[char]) -> Self {
        let mut tally = Self::default();
        for part in lines.flat_map(|line| line.split(separators)) {
            match part.split_whitespace().collect::<Vec<_>>()[..] {
                [count, "passed"] => tally.passed += count.parse().unwrap_or(0),
                [count, "failed"] => tally.failed += count.parse().unwrap_or(0),
                _ => {}
            }
        }
        tally
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_lines_are_summed() {
        let text = "running 3 tests\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
                    test result: FAILED. 10 passed; 2 failed; 0 ignored\n";
        assert_eq!(Tally::of_cargo(text), Tally { passed: 13, failed: 2 });
    }

    #[test]
    fn vitest_lines_are_summed() {
        let text = " Test Files  1 failed | 3 passed (4)\n      Tests  1 failed | 12 passed (13)\n";
        assert_eq!(Tally::of_vitest(text), Tally { passed: 12, failed: 1 });
        assert_eq!(Tally::of_vitest("      Tests  7 passed (7)\n"), Tally { passed: 7, failed: 0 });
    }

    #[test]
    fn a_crash_without_a_failed_test_is_a_failure() {
        assert_eq!(Tally::default().with_verdict(false), Tally { passed: 0, failed: 1 });
        assert_eq!(Tally { passed: 1, failed: 2 }.with_verdict(false).failed, 2);
        assert_eq!(Tally::default().with_verdict(true).failed, 0);
    }
}
