// Runs before the page when the window is driven by a test: keeps what a person would only see in a console.
(() => {
  const complaints = [];
  Object.defineProperty(window, "complaints", { value: complaints });
  const keep = (kind, text) => complaints.push(`${kind}: ${text}`);
  for (const level of ["error", "warn"]) {
    const say = console[level].bind(console);
    console[level] = (...words) => {
      keep(level, words.map(String).join(" "));
      say(...words);
    };
  }
  window.addEventListener("error", (event) => keep("uncaught", event.message || `cannot load ${event.target?.src ?? event.target?.href}`), true);
  window.addEventListener("unhandledrejection", (event) => keep("unhandled", event.reason?.message ?? event.reason));
  document.addEventListener("securitypolicyviolation", (event) => keep("policy", `${event.effectiveDirective} ${event.blockedURI}`));
})();
