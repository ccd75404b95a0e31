// Every command of the bridge, once: read by the build script (permissions) and by `commands.rs` (functions).
// To add one: a line here, `allow-<name>` in `capabilities/window.json`, then `cargo xtask bindings`.
commands! {
    about() -> About;
}
