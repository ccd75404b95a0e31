//! The classes of words in `data/lexicon/dates.toml`.

use super::{Tok, Unit};

fn unit_of(name: &str) -> Option<Unit> {
    Some(match name {
        "day" => Unit::Day,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "halfyear" => Unit::Half,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}

pub(crate) fn class_of(class: &str) -> Option<Tok> {
    let (name, argument) = class.split_once(':').unwrap_or((class, ""));
    let number = argument.parse::<i64>().ok();
    let small = argument.parse::<u32>().ok();
    Some(match name {
        "month" => Tok::Month(small?),
        "weekday" => Tok::Weekday(small?),
        "unit" => Tok::Unit(unit_of(argument)?),
        "rel" => Tok::Rel(number?),
        "near" => Tok::Near(number?),
        "day" => Tok::Day(number?),
        "days" => Tok::Days(number?),
        "thisweekend" => Tok::This(Unit::Weekend, number?),
        "todate" => Tok::ToDate,
        "easter" => Tok::Easter,
        "weekof" => Tok::WeekOf,
        "for" => Tok::For,
        "starting" => Tok::Starting,
        "and" => Tok::And,
        "or" => Tok::Or,
        "by" => Tok::By,
        "notbefore" => Tok::NotBefore,
        "onwards" => Tok::Onwards,
        "uncertain" => Tok::Uncertain,
        "bce" => Tok::Bce(true),
        "ce" => Tok::Bce(false),
        "at" => Tok::At,
        "day-part" => Tok::DayPart,
        "comma" => Tok::Comma,
        "slash" => Tok::Slash,
        "open" => Tok::Open,
        "close" => Tok::Close,
        "short-weekday" => Tok::ShortWeekday(small?),
        "opens-year" => Tok::Year,
        "fiscal" => Tok::Fiscal,
        "fiscal-mark" => Tok::FiscalMark(small?),
        "fiscal-away" => {
            let (month, away) = argument.split_once(':')?;
            Tok::FiscalAway(month.parse().ok()?, away.parse().ok()?)
        }
        "between" => Tok::Between,
        "morethan" => Tok::MoreThan,
        "hundred" => Tok::Hundred,
        "thousand" => Tok::Thousand,
        "thisweek" => Tok::This(Unit::Week, number?),
        "thismonth" => Tok::This(Unit::Month, number?),
        "thisyear" => Tok::This(Unit::Year, number?),
        "season" => Tok::Season(small?),
        "part" => Tok::Part(match argument {
            "early" => 0,
            "mid" => 1,
            "earlier" => 3,
            "later" => 4,
            _ => 2,
        }),
        "quarter" => Tok::Quarter(small?),
        "half" => Tok::Half(small?),
        "firsthalf" => Tok::PartOf(unit_of(argument)?, 1),
        "secondhalf" => Tok::PartOf(unit_of(argument)?, 2),
        "era" => Tok::Era(argument.parse().ok()?),
        "fixed" => {
            let (month, day) = argument.split_once('-')?;
            Tok::Fixed(month.parse().ok()?, day.parse().ok()?)
        }
        "number" => Tok::Num {
            value: number?,
            digits: 0,
            ordinal: false,
        },
        "ordinal" => Tok::Num {
            value: number?,
            digits: 0,
            ordinal: true,
        },
        "year-mark" => Tok::YearMark,
        "month-mark" => Tok::MonthMark,
        "day-mark" => Tok::DayMark,
        "ago" => Tok::Ago,
        "in" => Tok::In,
        "within" => Tok::Within,
        "since" => Tok::Since,
        "until" => Tok::Until,
        "before" => Tok::Before,
        "after" => Tok::After,
        "orafter" => Tok::OrAfter,
        "orbefore" => Tok::OrBefore,
        "start" => Tok::Start,
        "link" => Tok::Link,
        "approx" => Tok::Approx,
        "approx-behind" => Tok::ApproxBehind,
        "approx-uncertain" => Tok::Doubtful,
        "tilde" => Tok::Tilde,
        "fill" => Tok::Fill,
        "now" => Tok::Now,
        "other" => Tok::Other,
        _ => return None,
    })
}
