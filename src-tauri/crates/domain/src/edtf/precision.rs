use super::shape::{Date, Digits, Point, Rest, Shape, Year};

/// How exact a date is written, finest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Precision {
    Time,
    Day,
    Month,
    /// Seasons, quarters, quadrimesters and semesters.
    Season,
    Year,
    Decade,
    Century,
    /// Masks and estimates that fit no unit (`2016-02-2X`, `XXXX`), and intervals without a dated end.
    Other,
}

impl Shape {
    /// The precision of its least exact date.
    pub(super) fn precision(&self) -> Precision {
        match self {
            Shape::Point(point) => point.precision(),
            Shape::Interval(start, end) => [start, end]
                .into_iter()
                .filter_map(|end| end.point())
                .map(Point::precision)
                .max()
                .unwrap_or(Precision::Other),
            Shape::OneOf(_) | Shape::AllOf(_) => self.dates().into_iter().map(Date::precision).max().unwrap_or(Precision::Other),
        }
    }
}

impl Point {
    pub(super) fn precision(&self) -> Precision {
        if self.clock.is_some() {
            Precision::Time
        } else {
            self.date.precision()
        }
    }
}

impl Date {
    /// The date without the parts of which no digit is known: `2004-XX` says no more than `2004`.
    pub(super) fn known(&self) -> Date {
        let mut known = *self;
        if let Rest::Day { month, day } = known.rest
            && day.digits.all_masked()
        {
            known.rest = Rest::Month(month);
        }
        if let Rest::Month(month) = known.rest
            && month.digits.all_masked()
        {
            known.rest = Rest::Nothing;
        }
        known
    }

    pub(super) fn precision(&self) -> Precision {
        let known = self.known();
        let exact = matches!(known.year, Year::Exact(_));
        match known.rest {
            Rest::Nothing => known.year.precision(),
            Rest::Season { .. } if exact => Precision::Season,
            Rest::Month(month) if exact && month.digits.value().is_some() => Precision::Month,
            Rest::Day { month, day } if exact && month.digits.value().is_some() && day.digits.value().is_some() => Precision::Day,
            _ => Precision::Other,
        }
    }
}

impl Year {
    pub(super) fn precision(self) -> Precision {
        match self {
            Year::Exact(_) => Precision::Year,
            Year::Run { first, last } | Year::Estimate { first, last, .. } => match last - first + 1 {
                1 => Precision::Year,
                10 => Precision::Decade,
                100 => Precision::Century,
                _ => Precision::Other,
            },
            Year::Masked {
                digits: Digits([Some(_), Some(_), Some(_), None]),
                ..
            } => Precision::Decade,
            Year::Masked {
                digits: Digits([Some(_), Some(_), None, None]),
                ..
            } => Precision::Century,
            Year::Masked { .. } => Precision::Other,
        }
    }
}
