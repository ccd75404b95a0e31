export * from "./bindings";
export { asHostError, carryBy, host, HostError } from "./host";
export { calls } from "./calls.svelte";
export { Latest } from "./latest";
