//! chrono-node on our rows, in Node.

use super::dates::Phrase;
use serde_json::{Value, json};
use std::{
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

/// What chrono-node made of the phrases.
pub struct Answers {
    /// First and last day of each phrase, as ISO days; none where it found no date.
    pub days: Vec<Option<(String, String)>>,
    /// The languages it can read.
    pub languages: Vec<String>,
    /// Milliseconds of the main thread for all phrases in those languages: the middle of several measurements.
    pub milliseconds: f64,
}

/// Runs it from the folder it is installed in; none, with the reason told, where it cannot run.
pub fn answers(folder: &Path, phrases: &[Phrase], times: usize) -> Option<Answers> {
    let told = run(folder, phrases, times);
    told.inspect_err(|reason| println!("chrono-node: not here ({reason})")).ok()
}

fn run(folder: &Path, phrases: &[Phrase], times: usize) -> Result<Answers, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/score/chrono.mjs");
    let mut node = Command::new("node");
    node.arg(script).arg(folder).env("TZ", "UTC");
    let mut child = node
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("node does not start: {error}"))?;
    let rows: Vec<Value> = phrases
        .iter()
        .map(|one| json!({ "text": one.text, "reference": one.reference.to_string(), "language": one.language }))
        .collect();
    // Node reads all before it answers; a pipe that it closed early shows in its exit code.
    let asked = json!({ "times": times, "phrases": rows }).to_string();
    let sent = child.stdin.take().map(|mut pipe| pipe.write_all(asked.as_bytes()));
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    if !output.status.success() || !matches!(sent, Some(Ok(()))) {
        return Err(format!("node ended with {}", output.status));
    }
    let value: Value = serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
    understood(&value).ok_or_else(|| "its answer is not as expected".to_owned())
}

fn understood(value: &Value) -> Option<Answers> {
    let day = |value: &Value| value.as_str().map(str::to_owned);
    Some(Answers {
        days: value["days"]
            .as_array()?
            .iter()
            .map(|both| Some((day(&both[0])?, day(&both[1])?)))
            .collect(),
        languages: value["languages"].as_array()?.iter().filter_map(day).collect(),
        milliseconds: value["milliseconds"].as_f64()?,
    })
}
