import { keysOfEnvironment } from "../environmentKeys.ts";
import { startHost } from "../host/host.ts";
import { developmentSettingsSchema } from "./developmentSettings.ts";

const { vite, ...settings } = developmentSettingsSchema.parse(
  JSON.parse(process.env.COMPAT_WORKBENCH_DEVELOPMENT ?? "null"),
);
const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const host = await startHost({
  ...settings,
  rendererDir: new URL(vite),
  ...keysOfEnvironment,
  log,
});
log(`Base URL to paste: ${host.baseUrl}\nPage to open: ${host.controlUrl}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    await host.close();
    process.exit(0);
  });
}
