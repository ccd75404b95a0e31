import { invoke } from "@tauri-apps/api/core";
import { underWay } from "../base/under-way.svelte";
import { bind, type ApiError, type Call, type ErrorCode, type Host, type WhyView } from "./bindings";

/** A refused or failed call. `message` and `hint` are the core's, in English; `state/errors` words it for a person. `code` is what the page may branch on. */
export class HostError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | null;
  /** The field of the form that was refused. */
  readonly field: string | null;
  readonly why: WhyView | null;

  constructor({ code, message, hint, field, why }: ApiError) {
    super(message);
    this.name = "HostError";
    this.code = code;
    this.hint = hint;
    this.field = field;
    this.why = why;
  }
}

function isApiError(value: unknown): value is ApiError {
  return typeof value === "object" && value !== null && "code" in value && "message" in value;
}

/** Whatever a call was rejected with, as a `HostError`. */
export function asHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  if (isApiError(error)) return new HostError(error);
  const message = error instanceof Error ? error.message : String(error);
  return new HostError({ code: "internal", message, hint: null, field: null, why: null });
}

const overBridge: Call = (command, request) => invoke(command, request === undefined ? undefined : { request });

let carrier: Call = overBridge;

/** Lets tests and the gallery answer calls in the page. */
export function carryBy(call: Call): void {
  carrier = call;
}

/** Asked again and again; nothing waits for the answer. */
const aside = ["whereabouts", "import_progress"];

const counted: Call = async (command, request) => {
  const done = aside.includes(command) ? () => undefined : underWay.begin();
  try {
    return await carrier(command, request);
  } catch (error) {
    throw asHostError(error);
  } finally {
    done();
  }
};

/** Every command of the core, typed. The only way from the page to the record. */
export const host: Host = bind(counted);
