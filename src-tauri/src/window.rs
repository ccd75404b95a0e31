//! Opening a window and remembering where it stood.

use crate::placement::Placement;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

/// Opens the window called `label` where the last one stood. Its title follows the page's, which names the dossier.
pub fn open(app: &AppHandle, label: &str) -> tauri::Result<()> {
    let file = placement_file(app)?;
    let placement = Placement::read(&file);
    let mut builder = WebviewWindowBuilder::new(app, label, WebviewUrl::default())
        .title("Summitry")
        .on_document_title_changed(|window, title| drop(window.set_title(&api::shown::line(&title))))
        .inner_size(placement.width, placement.height)
        .min_inner_size(960.0, 600.0)
        .maximized(placement.maximized)
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_own_page);
    let screens = screens(app);
    if let Some((x, y)) = placement
        .position
        .filter(|corner| screens.iter().any(|screen| screen.shows(*corner)))
    {
        builder = builder.position(x, y);
    }
    if is_driven() {
        builder = builder.initialization_script(include_str!("complaints.js"));
    }
    let window = builder.build()?;
    remember_on_close(&window, file);
    Ok(())
}

/// A screen in logical pixels.
struct Screen {
    left: f64,
    top: f64,
    width: f64,
    height: f64,
}

impl Screen {
    /// Whether enough of a window with this corner is on the screen to take hold of it.
    fn shows(&self, (x, y): (f64, f64)) -> bool {
        const GRIP_PX: f64 = 80.0;
        (self.left - GRIP_PX..=self.left + self.width - GRIP_PX).contains(&x) && (self.top..=self.top + self.height - GRIP_PX).contains(&y)
    }
}

fn screens(app: &AppHandle) -> Vec<Screen> {
    let monitors = app.available_monitors().unwrap_or_default();
    monitors
        .iter()
        .map(|monitor| {
            let corner = monitor.position().to_logical::<f64>(monitor.scale_factor());
            let size = monitor.size().to_logical::<f64>(monitor.scale_factor());
            Screen {
                left: corner.x,
                top: corner.y,
                width: size.width,
                height: size.height,
            }
        })
        .collect()
}

/// Whether a test drives the window instead of a person.
pub fn is_driven() -> bool {
    std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true")
}

fn placement_file(app: &AppHandle) -> tauri::Result<PathBuf> {
    Ok(app.path().app_local_data_dir()?.join("window.json"))
}

/// Only the page that was built in: no link, redirect or drop may take the window elsewhere.
fn is_own_page(address: &tauri::Url) -> bool {
    match address.scheme() {
        "tauri" => true,
        "http" | "https" => address.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

fn remember_on_close(window: &WebviewWindow, file: PathBuf) {
    let watched = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { .. } = event {
            let outcome = current_placement(&watched, &file).map(|placement| placement.write(&file));
            if let Err(error) | Ok(Err(error)) = outcome.map_err(std::io::Error::other) {
                tracing::warn!(%error, "the window's size could not be kept");
            }
        }
    });
}

/// A maximised window keeps the size it will return to, so the stored one stays.
fn current_placement(window: &WebviewWindow, file: &Path) -> tauri::Result<Placement> {
    if window.is_maximized()? {
        return Ok(Placement {
            maximized: true,
            ..Placement::read(file)
        });
    }
    let scale = window.scale_factor()?;
    let size = window.inner_size()?.to_logical::<f64>(scale);
    let position = window.outer_position()?.to_logical::<f64>(scale);
    Ok(Placement {
        width: size.width,
        height: size.height,
        position: Some((position.x, position.y)),
        maximized: false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_is_not_put_where_no_screen_is() {
        let screen = Screen {
            left: 0.0,
            top: 0.0,
            width: 1920.0,
            height: 1080.0,
        };
        assert!(screen.shows((0.0, 0.0)) && screen.shows((1800.0, 900.0)));
        assert!(!screen.shows((1900.0, 0.0)) && !screen.shows((0.0, -30.0)) && !screen.shows((-3000.0, 10.0)));
    }

    #[test]
    fn the_window_stays_on_its_own_page() {
        let own = |address: &str| is_own_page(&address.parse().unwrap());
        assert!(own("tauri://localhost/index.html#view=timeline"));
        assert!(own("http://tauri.localhost/"));
        assert!(!own("https://example.org/"));
        assert!(!own("file:///etc/passwd"));
        assert!(!own("data:text/html,hello"));
    }
}
