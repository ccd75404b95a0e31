// Written by `cargo xtask bindings` from the core's `timeline` crate. Do not edit.

export const magic = 1179929939 as const;

export const version = 1 as const;

export const noLane = 65535 as const;

export const flag = { contested: 1, approximate: 2, uncertain: 4, statement: 8, overdue: 16, interval: 32 } as const;

export const role = { source: 1, target: 2, both: 3 } as const;

export const statuses = ["rumoured", "announced", "scheduled", "occurred", "postponed", "cancelled", "denied"] as const;

export const linkKinds = ["replies-to", "follows-up", "implements", "reaffirms", "contradicts", "cancels", "causes", "same-as"] as const;

export const tieKinds = ["alliance", "presence", "partnership", "membership", "recognition", "policy", "dependence", "restriction", "dispute"] as const;
