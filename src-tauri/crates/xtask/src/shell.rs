//! Starting other programs, and saying what takes how long.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A command that runs in the checkout's root and is not coloured, so that its output can be counted.
pub fn command(program: &str) -> Command {
    let mut command = Command::new(resolve(program));
    command
        .current_dir(crate::paths::root())
        .env("NO_COLOR", "1")
        .env("CARGO_TERM_COLOR", "never");
    command
}

/// `npm` in the page's folder.
pub fn npm(arguments: &[&str]) -> Command {
    let mut command = command("npm");
    command.current_dir(crate::paths::ui()).args(arguments);
    command
}

/// Where `program` stands on the PATH; the name itself when it is not there.
fn resolve(program: &str) -> PathBuf {
    find(program).unwrap_or_else(|| PathBuf::from(program))
}

/// The first executable of that name on the PATH. On Windows `npm` is a `.cmd`, which only its full name starts.
pub fn find(program: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{program}{ending}"))))
        .find(|candidate| candidate.is_file())
}

/// Runs the command with its output going to ours; an exit code other than 0 is an error that names the command.
pub fn must(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start {}", line_of(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", line_of(command));
    }
    Ok(())
}

/// Runs the command quietly and returns what it printed; an exit code other than 0 is an error with its last words.
pub fn output_of(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("could not start {}", line_of(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{} ended with {}: {}", line_of(command), output.status, said.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What a command that was shown while it ran printed on standard output, and whether it ended with 0.
pub struct Shown {
    pub text: String,
    pub succeeded: bool,
}

/// Runs the command, passing its standard output through and keeping it.
pub fn show(command: &mut Command) -> Result<Shown> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("could not start {}", line_of(command)))?;
    let mut text = String::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = String::from_utf8_lossy(&line?).into_owned();
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    Ok(Shown {
        text,
        succeeded: child.wait()?.success(),
    })
}

pub fn line_of(command: &Command) -> String {
    let program = PathBuf::from(command.get_program());
    let name = program.file_name().unwrap_or_default().to_string_lossy().into_owned();
    command
        .get_args()
        .fold(name, |line, argument| format!("{line} {}", argument.to_string_lossy()))
}

/// Runs `work` under a heading and says how long it took.
pub fn section<T>(title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("\n── {title}");
    let start = Instant::now();
    let outcome = work();
    let verdict = if outcome.is_ok() { "done" } else { "FAILED" };
    println!("── {title}: {verdict} in {}", spoken(start.elapsed()));
    outcome
}

pub fn spoken(time: Duration) -> String {
    match time.as_secs() {
        0..60 => format!("{:.1} s", time.as_secs_f64()),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named() {
        let error = must(Command::new("cargo").arg("no-such-command").stderr(Stdio::null())).unwrap_err();
        assert!(error.to_string().starts_with("cargo no-such-command ended with"), "{error}");
    }

    #[test]
    fn shown_output_is_kept() {
        let shown = show(Command::new("cargo").arg("--version")).unwrap();
        assert!(shown.succeeded && shown.text.starts_with("cargo "));
    }

    #[test]
    fn times_are_spoken_in_minutes() {
        assert_eq!(spoken(Duration::from_millis(1_240)), "1.2 s");
        assert_eq!(spoken(Duration::from_secs(605)), "10 min 05 s");
    }
}
