import { randomBytes } from "node:crypto";

/** Besides the page's own: what vite's development server needs. Empty in what is built. */
export interface PolicyExtras {
  readonly scripts: readonly string[];
  readonly connections: readonly string[];
}

/** On every response, whatever it is. */
export const securityHeaders = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
} as const;

export const createNonce = (): string => randomBytes(18).toString("base64");

/**
 * The page's policy. Payloads of strangers are shown in it, so nothing inline runs and nothing leaves for another origin; the nonce admits only
 * the style elements that the component library and the editor create.
 */
export function pagePolicy(nonce: string, extras: PolicyExtras): string {
  return [
    "default-src 'none'",
    ["script-src 'self'", ...extras.scripts].join(" "),
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    ["connect-src 'self'", ...extras.connections].join(" "),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}
