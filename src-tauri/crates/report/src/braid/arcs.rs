//! Links between events, as arcs under the lanes they leave.

use std::collections::HashMap;

use serde::Serialize;

use super::strip::Strip;

/// From one thread's lowest node to another's, sagging to `sag_y`; the arrow stands at the end.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Arc {
    pub from_x: f64,
    pub from_y: f64,
    pub to_x: f64,
    pub to_y: f64,
    pub sag_y: f64,
}

/// The arcs of the links whose two events stand in the strip.
pub fn arcs(links: &[(u32, u32)], strip: &Strip) -> Vec<Arc> {
    let feet: HashMap<u32, (f64, f64)> = strip
        .threads
        .iter()
        .filter_map(|thread| Some((thread.number, (thread.x, *thread.nodes.last()?))))
        .collect();
    links
        .iter()
        .filter(|(from, to)| from != to)
        .filter_map(|(from, to)| {
            let ((from_x, from_y), (to_x, to_y)) = (*feet.get(from)?, *feet.get(to)?);
            let sag = (to_x - from_x).abs().mul_add(0.12, 6.0).min(22.0);
            let sag_y = (from_y.max(to_y) + sag).min(strip.axis_y - 2.0);
            Some(Arc {
                from_x,
                from_y: from_y + strip.node_radius,
                to_x,
                to_y: to_y + strip.node_radius,
                sag_y,
            })
        })
        .collect()
}
