/** Where the page keeps what takes messages of the main process: a symbol, which no listing of the window's names shows. */
export const receiverKey = "electronStandIn.receive";
const binding = "electronStandInInvoke";

/**
 * The preload as a script that Chromium runs before a page's own, with `contextBridge` and `ipcRenderer` for it to require. It runs in the page's own
 * world: isolation itself is Electron's and cannot be stood in for.
 */
export function preloadScript(source: string): { readonly binding: string; readonly script: string } {
  const script = `(() => {
    const invoke = window.${binding};
    delete window.${binding};
    if (window !== window.top) return;
    const listeners = new Map();
    const of = (channel) => listeners.get(channel) ?? listeners.set(channel, new Set()).get(channel);
    Object.defineProperty(window, Symbol.for(${JSON.stringify(receiverKey)}), {
      value: (channel, args) => of(channel).forEach((listener) => listener({}, ...args)),
    });
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name, value) => Object.defineProperty(window, name, { value: Object.freeze(value), enumerable: true }),
      },
      ipcRenderer: {
        invoke: (channel, ...args) => invoke(channel, args),
        on: (channel, listener) => of(channel).add(listener),
        off: (channel, listener) => of(channel).delete(listener),
      },
    };
    const module = { exports: {} };
    const require = (name) => {
      if (name === "electron") return electron;
      throw new Error("A sandboxed preload has no module " + name);
    };
    (function (require, module, exports) {${source}\n})(require, module, module.exports);
  })();`;
  return { binding, script };
}
