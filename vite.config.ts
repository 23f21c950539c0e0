import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { threadsFromSource } from "./electron/build/threadsFromSource.ts";

const from = (path: string): string => join(import.meta.dirname, path);

/**
 * Three builds: the renderer for a browser, the shell and host for Node 24 (Electron embeds the same major), and the preload, which a
 * sandboxed page takes only as CommonJS. Everything but Electron is bundled, so that a package carries no node_modules.
 */
export default defineConfig({
  root: from("renderer"),
  plugins: [react()],
  builder: {},
  environments: {
    client: {
      // One style sheet, so that its order is the same whichever screen is opened first.
      build: {
        outDir: from("dist/renderer"),
        emptyOutDir: true,
        sourcemap: true,
        cssCodeSplit: false,
        chunkSizeWarningLimit: 4000,
      },
    },
    node: {
      consumer: "server",
      resolve: { noExternal: true, external: ["electron"], conditions: ["node", "module", "import", "default"] },
      build: {
        outDir: from("dist/electron"),
        emptyOutDir: true,
        copyPublicDir: false,
        target: "node24",
        sourcemap: true,
        rollupOptions: {
          input: {
            main: from("electron/main.ts"),
            cli: from("electron/cli.ts"),
            hostProcess: from("electron/hostProcess.ts"),
            exportThread: from("electron/host/export/exportThread.ts"),
            reader: from("electron/host/store/reader/reader.ts"),
            sessionTaskThread: from("electron/host/compare/tasks/sessionTaskThread.ts"),
          },
          external: ["electron"],
          // All in one folder, so that what a module finds beside itself stays beside it.
          output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
        },
      },
    },
    preload: {
      consumer: "server",
      resolve: { noExternal: true, external: ["electron"] },
      build: {
        outDir: from("dist/preload"),
        emptyOutDir: true,
        copyPublicDir: false,
        target: "node24",
        rollupOptions: {
          input: { preload: from("electron/preload.ts") },
          external: ["electron"],
          output: { format: "cjs", entryFileNames: "[name].cjs" },
        },
      },
    },
  },
  test: {
    root: ".",
    // A machine that does much else at the same time is slow, not wrong.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // All cores: many tests wait for programs that they start.
    maxWorkers: "100%",
    execArgv: [...threadsFromSource],
    include: ["{core,electron,renderer,e2e}/**/*.test.ts", "{core,electron,renderer,e2e}/**/*.test.tsx"],
  },
});
