/**
 * Options of a Node that runs threads from their TypeScript sources. Node strips types with WebAssembly, whose calls into JavaScript V8 compiles anew after
 * a thousand: two threads that do so at the same time can end the process (SIGSEGV in `Runtime_TierUpWasmToJSWrapper`). That number is never reached here. What
 * is built has no types to strip.
 */
export const threadsFromSource: readonly string[] = ["--wasm-wrapper-tiering-budget=2147483647"];
