import { comparisonHandlers } from "./handlers/comparisonHandlers.ts";
import { exchangeHandlers } from "./handlers/exchangeHandlers.ts";
import { exportHandlers } from "./handlers/exportHandlers.ts";
import { jobHandlers } from "./handlers/jobHandlers.ts";
import { rearrangeHandlers } from "./handlers/rearrangeHandlers.ts";
import { replayHandlers } from "./handlers/replayHandlers.ts";
import { sandboxHandlers } from "./handlers/sandboxHandlers.ts";
import { sessionHandlers } from "./handlers/sessionHandlers.ts";
import { settingsHandlers } from "./handlers/settingsHandlers.ts";
import { workbenchHandlers } from "./handlers/workbenchHandlers.ts";
import { host } from "./implementation.ts";

/** Every call of the contract; a missing one does not compile. */
export const router = host.router({
  workbench: workbenchHandlers,
  exchanges: exchangeHandlers,
  sessions: { ...sessionHandlers, ...rearrangeHandlers },
  exports: exportHandlers,
  jobs: jobHandlers,
  replays: replayHandlers,
  comparison: comparisonHandlers,
  sandbox: sandboxHandlers,
  settings: settingsHandlers,
});
