/**
 * The workbench while it is being worked on: the page reloads as its sources change (vite), the host starts again when its own do (node --watch).
 *
 * The guards stay as they are in what is built. The browser only ever talks to the control listener, with the token, and that hands page requests
 * on to vite; the token and the ports are chosen here once, so an open page survives the host's restarts. Vite itself listens on loopback and has
 * nothing but the sources.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer as createSocket } from "node:net";
import { join } from "node:path";
import { createServer } from "vite";
import { projectRoot } from "./build/sourceFingerprint.ts";
import { threadsFromSource } from "./build/threadsFromSource.ts";
import type { DevelopmentSettings } from "./dev/developmentSettings.ts";
import { createToken } from "./host/control/accessToken.ts";

async function freePort(): Promise<number> {
  const probe = createSocket().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("The system gave no free port.");
  return address.port;
}

const vitePort = await freePort();
const vite = await createServer({
  configFile: join(projectRoot, "vite.config.ts"),
  html: { cspNonce: "__CSP_NONCE__" },
  server: { host: "127.0.0.1", port: vitePort, strictPort: true, hmr: { host: "127.0.0.1", clientPort: vitePort } },
});
await vite.listen();

const settings: DevelopmentSettings = {
  port: 8020,
  controlPort: await freePort(),
  token: createToken(),
  vite: `http://127.0.0.1:${vitePort}`,
  dataDir: join(projectRoot, "dist", "development-data"),
};
const host = spawn(
  process.execPath,
  [...threadsFromSource, "--watch", "--watch-preserve-output", join(import.meta.dirname, "dev", "developmentHost.ts")],
  { stdio: "inherit", env: { ...process.env, COMPAT_WORKBENCH_DEVELOPMENT: JSON.stringify(settings) } },
);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => host.kill(signal));
await once(host, "close");
await vite.close();
