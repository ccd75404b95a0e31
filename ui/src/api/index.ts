export * from "./bindings";
export { asHostError, carryBy, host, HostError } from "./host";
export { Latest } from "./latest";
export { scalePage } from "./zoom";
