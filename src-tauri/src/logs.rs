//! The log on standard error. It names operations, codes and sizes, never the words of an article or a note.

use tracing_subscriber::filter::LevelFilter;

/// Starts logging: warnings and worse, or what `SUMMITRY_LOG` (`error`, `warn`, `info`, `debug`) asks for.
pub fn start() {
    let level = std::env::var("SUMMITRY_LOG").ok().and_then(|name| name.parse::<LevelFilter>().ok());
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(false)
        .with_max_level(level.unwrap_or(LevelFilter::WARN))
        .init();
}
