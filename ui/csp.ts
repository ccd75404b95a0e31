/**
 * The content security policy the page must live under. The window's configuration
 * carries the same text; the preview server sends it so that a breach shows up in a browser too.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src ipc: http://ipc.localhost",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types svelte-trusted-html app-sanitised dompurify",
].join("; ");
