//! Writes the TypeScript of the contract: one type per wire type, one function per command.

use domain::{link::LinkKind, note::Likelihood, status::Status, tie::TieKind};
use std::{any::TypeId, collections::BTreeMap, fmt::Write as _};
use timeline::{Flags, Roles};
use ts_rs::{Config, TS, TypeVisitor};

use crate::wire::*;

const HEADER: &str = "// Written by `cargo xtask bindings` from the contract in src-tauri/crates/api. Do not edit.\n\n\
    export type Call = <T>(command: string, request?: unknown) => Promise<T>;\n\n";

struct Collector<'a> {
    config: &'a Config,
    seen: Vec<TypeId>,
    types: BTreeMap<String, String>,
}

impl TypeVisitor for Collector<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            self.types.insert(
                T::ident(self.config),
                format!("{docs}export {}\n", absent_or_there(&T::decl(self.config))),
            );
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The whole text of `ui/src/timeline/codes.ts`: what the bytes of a frame stand for.
pub fn frame_codes() -> String {
    let words = |words: &[&str]| {
        format!(
            "[{}]",
            words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
        )
    };
    let bits = |named: &[(&str, u8)]| {
        let entries = named.iter().map(|(name, bit)| format!("{name}: {bit}"));
        format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
    };
    let constants = [
        ("magic", u32::from_le_bytes(timeline::MAGIC).to_string()),
        ("version", timeline::FORMAT_VERSION.to_string()),
        ("noLane", timeline::NO_LANE.to_string()),
        ("flag", bits(&Flags::NAMED.map(|(name, flag)| (name, flag.0)))),
        ("role", bits(&Roles::NAMED.map(|(name, role)| (name, role.0)))),
        ("statuses", words(&Status::ALL.map(Status::as_str))),
        ("linkKinds", words(&LinkKind::ALL.map(LinkKind::as_str))),
        ("tieKinds", words(&TieKind::ALL.map(TieKind::as_str))),
    ];
    let mut text = "// Written by `cargo xtask bindings` from the core's `timeline` crate. Do not edit.\n".to_owned();
    for (name, value) in constants {
        let _ = writeln!(text, "\nexport const {name} = {value} as const;");
    }
    text
}

/// A field of the record that may be absent is never null as well, which the generator allows.
fn absent_or_there(declaration: &str) -> String {
    let pieces: Vec<&str> = declaration.split(" | null,").collect();
    let Some((last, fields)) = pieces.split_last() else {
        return String::new();
    };
    let text = fields.iter().fold(String::new(), |text, field| {
        let begins = field.rfind([',', '{', '\n']).map_or(0, |at| at + 1);
        let end = if field[begins..].contains("?: ") { "," } else { " | null," };
        text + field + end
    });
    text + last
}

/// The whole text of `ui/src/api/bindings.ts`.
pub fn typescript() -> String {
    let config = Config::new().with_large_int("number");
    let mut collector = Collector {
        config: &config,
        seen: Vec::new(),
        types: BTreeMap::new(),
    };
    collector.visit::<ApiError>();
    let functions = functions(&mut collector);
    let mut text = HEADER.to_owned();
    for declaration in collector.types.values() {
        let _ = writeln!(text, "{declaration}");
    }
    text.push_str(&likelihood_ranges());
    text.push_str(&functions);
    text
}

fn likelihood_ranges() -> String {
    let ranges = Likelihood::ALL.map(|band| {
        let (from, to) = band.range();
        format!("  \"{band}\": [{from}, {to}],\n")
    });
    format!(
        "/** Per cent, from and to (ICD 203). */\nexport const likelihoodRanges: Record<Likelihood, [number, number]> = {{\n{}}};\n\n",
        ranges.concat()
    )
}

macro_rules! write_functions {
    (core { $($core:ident($($core_in:ty)?) -> $core_out:ty;)* } bytes { $($bytes:ident($bytes_in:ty);)* } shell { $($shell:ident($($shell_in:ty)?) -> $shell_out:ty;)* }) => {
        fn functions(collector: &mut Collector<'_>) -> String {
            let mut text = String::from("/** Every command, bound to a way of calling. */\nexport function bind(call: Call) {\n  return {\n");
            $(function(collector, &mut text, stringify!($core), &[$(response::<$core_in> as Named)?], response::<$core_out>);)*
            $(function(collector, &mut text, stringify!($bytes), &[response::<$bytes_in> as Named], bytes);)*
            $(function(collector, &mut text, stringify!($shell), &[$(response::<$shell_in> as Named)?], response::<$shell_out>);)*
            text.push_str("  };\n}\n\nexport type Host = ReturnType<typeof bind>;\n");
            text
        }
    };
}

type Named = fn(&mut Collector<'_>) -> String;

fn response<T: TS + 'static>(collector: &mut Collector<'_>) -> String {
    collector.visit::<T>();
    if TypeId::of::<T>() == TypeId::of::<()>() {
        "void".to_owned()
    } else {
        T::name(collector.config)
    }
}

fn bytes(_: &mut Collector<'_>) -> String {
    "ArrayBuffer".to_owned()
}

fn function(collector: &mut Collector<'_>, text: &mut String, command: &str, wanted: &[Named], answer: Named) {
    let answer = answer(collector);
    let name = camel_case(command);
    let _ = match wanted.first() {
        Some(request) => {
            let wanted = request(collector);
            writeln!(text, "    {name}: (request: {wanted}) => call<{answer}>(\"{command}\", request),")
        }
        None => writeln!(text, "    {name}: () => call<{answer}>(\"{command}\"),"),
    };
}

fn camel_case(command: &str) -> String {
    let mut words = command.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let mut letters = word.chars();
        let head = letters.next().map(|letter| letter.to_ascii_uppercase());
        name + &head.into_iter().chain(letters).collect::<String>()
    })
}

crate::commands!(write_functions);

#[cfg(test)]
mod tests {
    #[test]
    fn every_command_has_a_function() {
        let text = super::typescript();
        for call in [
            "events: (request: EventsRequest) => call<EventsResponse>(\"events\", request)",
            "frame: (request: FrameRequest) => call<ArrayBuffer>(\"frame\", request)",
            "openDossier: () => call<SessionResponse>(\"open_dossier\")",
        ] {
            assert!(text.contains(call), "{call}");
        }
    }
}
