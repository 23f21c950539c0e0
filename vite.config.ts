import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/**
 * Three builds: the renderer for a browser, the shell and host for Node 24 (Electron embeds the same major), and the preload, which a
 * sandboxed page takes only as CommonJS. Everything but Electron is bundled, so that a package carries no node_modules.
 */
export default defineConfig({
  root: "renderer",
  plugins: [react()],
  builder: {},
  environments: {
    client: { build: { outDir: "../dist/renderer", emptyOutDir: true, sourcemap: true } },
    node: {
      consumer: "server",
      resolve: { noExternal: true, external: ["electron"], conditions: ["node", "module", "import", "default"] },
      build: {
        outDir: "../dist/electron",
        emptyOutDir: true,
        target: "node24",
        sourcemap: true,
        rollupOptions: {
          input: {
            main: "electron/main.ts",
            cli: "electron/cli.ts",
            hostProcess: "electron/hostProcess.ts",
            reader: "electron/host/store/reader/reader.ts",
          },
          external: ["electron"],
        },
      },
    },
    preload: {
      consumer: "server",
      resolve: { noExternal: true, external: ["electron"] },
      build: {
        outDir: "../dist/preload",
        emptyOutDir: true,
        target: "node24",
        rollupOptions: {
          input: { preload: "electron/preload.ts" },
          external: ["electron"],
          output: { format: "cjs", entryFileNames: "[name].cjs" },
        },
      },
    },
  },
  test: {
    root: ".",
    include: ["{core,electron,renderer}/**/*.test.ts", "{core,electron,renderer}/**/*.test.tsx"],
  },
});
