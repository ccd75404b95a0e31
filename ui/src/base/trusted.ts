import DOMPurify from "dompurify";

/** The page may turn text into markup or code only through this policy (`trusted-types` in the content security policy). */
interface Policy {
  createHTML(text: string): string;
  createScriptURL(text: string): string;
}

const rules: Policy = {
  // Pasted and stored markup: text, lists, links, tables. No images, drawings, formulas, styles or forms.
  createHTML: (text) =>
    DOMPurify.sanitize(text, {
      USE_PROFILES: { html: true },
      FORBID_TAGS: ["img", "style", "form", "input", "button"],
      FORBID_ATTR: ["style"],
    }),
  createScriptURL: (text) => {
    const url = new URL(text, location.href);
    if (url.origin !== location.origin) throw new TypeError(`a worker must come from the page itself, not from ${url.origin}`);
    return url.href;
  },
};

let policy: Policy | undefined;

function ours(): Policy {
  const types = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes;
  policy ??= types ? types.createPolicy("app-sanitised", rules) : rules;
  return policy;
}

/** Markup that may be put into the page, cleaned. */
export function sanitised(markup: string): string {
  return ours().createHTML(markup);
}

/**
 * Starts a worker bundled with the page: `startWorker(url)` with `import url from "./layout.worker?worker&url"`.
 * Under Trusted Types a plain address is refused.
 */
export function startWorker(url: string): Worker {
  return new Worker(ours().createScriptURL(url), { type: "module" });
}
