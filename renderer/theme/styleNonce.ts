/** The nonce that the host put into the page; the content security policy takes no style element without it. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";

// Libraries below Mantine (scroll locking in dialogs) look for the nonce under the name webpack gave it.
Object.assign(globalThis, { __webpack_nonce__: styleNonce });
