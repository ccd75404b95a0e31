//! What a file is and how it will be read: looked at first, so that a person can see and correct it, then read by that.

use chrono::NaiveDate;
use domain::incoming::{Format, Mapping};
use serde::{Deserialize, Serialize};
use std::io;

use super::{
    ImportError, Open, Out, aeon,
    open::{self, Content},
    read_text, recognise,
    table::{self, Rows, Survey, records::Records},
    workbook::{Sheet, SheetRows, sheets},
};

/// How a file will be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    pub format: Format,
    /// Of tables: the one of a text, or one for each sheet of a workbook.
    pub tables: Vec<TablePlan>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TablePlan {
    /// The sheet's name; empty for a text.
    pub sheet: String,
    pub survey: Survey,
    /// Figures such as 03/04/2026 stand in it, and nothing tells which of them is the day: to be asked.
    pub order_open: bool,
}

/// The mapping that a person gives for a sheet, by its name; for a text by an empty one.
pub type Mappings<'a> = &'a dyn Fn(&str) -> Option<Mapping>;

/// Looks at a file by its contents. A table with a mapping is read by that and not by a guess.
pub fn look(open: Open<'_>, mapping: Mappings<'_>, today: NaiveDate) -> Result<Plan, ImportError> {
    match open::content(open)? {
        Content::Workbook(bytes) => look_at_book(&sheets(&bytes)?, mapping, today),
        Content::Aeon(_) => Ok(Plan::without_tables(Format::AeonTimeline)),
        Content::Text => look_at_text(open, mapping, today),
    }
}

impl Plan {
    fn without_tables(format: Format) -> Self {
        Self {
            format,
            tables: Vec::new(),
        }
    }
}

fn look_at_text(open: Open<'_>, mapping: Mappings<'_>, today: NaiveDate) -> Result<Plan, ImportError> {
    let start = open::start(open)?;
    if let Some(format) = recognise(&start).filter(|_| mapping("").is_none()) {
        return Ok(Plan::without_tables(format));
    }
    // JSON and XML of no known form have commas enough to look like tables.
    if start.trim_start().starts_with(['{', '[', '<']) {
        return Err(ImportError::Unknown);
    }
    let dialect = table::dialect(&start).ok_or(ImportError::Unknown)?;
    let rows = || Ok::<_, ImportError>(Records::new(open::text(open)?, dialect));
    let Some(mut survey) = table::survey(&mut rows()?, today)? else {
        return Err(ImportError::Unknown);
    };
    let order_open = settle(&mut survey, mapping(""), &mut rows()?, today)?;
    Ok(Plan {
        format: Format::Table,
        tables: vec![TablePlan {
            sheet: String::new(),
            survey,
            order_open,
        }],
    })
}

fn look_at_book(sheets: &[Sheet], mapping: Mappings<'_>, today: NaiveDate) -> Result<Plan, ImportError> {
    let mut tables = Vec::new();
    for sheet in sheets {
        let Some(mut survey) = table::survey(&mut SheetRows::new(sheet), today)? else {
            continue;
        };
        let order_open = settle(&mut survey, mapping(&sheet.name), &mut SheetRows::new(sheet), today)?;
        tables.push(TablePlan {
            sheet: sheet.name.clone(),
            survey,
            order_open,
        });
    }
    Ok(Plan {
        format: Format::Workbook,
        tables,
    })
}

/// Puts a given mapping in place of the guess, and settles the order of day and month. Whether that is left open.
fn settle(survey: &mut Survey, mapping: Option<Mapping>, rows: &mut dyn Rows, today: NaiveDate) -> io::Result<bool> {
    let mut settled = mapping.unwrap_or_else(|| survey.mapping.clone());
    let told = table::settle_order(rows, survey, &mut settled, today)?;
    survey.mapping = settled;
    Ok(!told)
}

/// Reads a file as planned, handing over each thing as it comes.
///
/// # Errors
/// [`ImportError::OrderOpen`] where the order of day and month was left open; what was handed over by then counts for nothing.
pub fn read(open: Open<'_>, plan: &Plan, out: &mut Out<'_>) -> Result<(), ImportError> {
    if plan.tables.iter().any(|table| table.order_open) {
        return Err(ImportError::OrderOpen);
    }
    match open::content(open)? {
        Content::Workbook(bytes) => {
            for (sheet, table) in sheets(&bytes)?.iter().filter_map(|sheet| Some((sheet, plan.table(&sheet.name)?))) {
                let again = || Ok(Box::new(SheetRows::new(sheet)) as Box<dyn Rows>);
                table::read(&mut SheetRows::new(sheet), again, &table.survey, out)?;
            }
            Ok(())
        }
        Content::Aeon(json) => aeon::read_aeon(&json, out),
        Content::Text if plan.format == Format::Table => {
            let table = plan.table("").ok_or(ImportError::Unknown)?;
            let dialect = table::dialect(&open::start(open)?).ok_or(ImportError::Unknown)?;
            let again = || Ok(Box::new(Records::new(open::text(open)?, dialect)) as Box<dyn Rows>);
            table::read(&mut *again()?, again, &table.survey, out)
        }
        Content::Text => read_text(plan.format, &open::whole_text(open)?, out),
    }
}

impl Plan {
    fn table(&self, sheet: &str) -> Option<&TablePlan> {
        self.tables.iter().find(|table| table.sheet == sheet)
    }
}
