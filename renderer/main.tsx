import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./theme/global.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { z } from "zod";
import { App } from "./App/App.tsx";
import { createActionRegistry } from "./actions/actionRegistry.ts";
import { createQueryClient } from "./client/queryClient.ts";
import { startLive } from "./live/startLive.ts";
import { loadScreensInTime } from "./routes/loadScreens.ts";

// zod compiles schemas with `new Function` where it may, which the content security policy refuses.
z.config({ jitless: true });

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");

const cache = createQueryClient();
const live = startLive(cache);
createRoot(root).render(
  <StrictMode>
    <App cache={cache} live={live} actions={createActionRegistry()} />
  </StrictMode>,
);
loadScreensInTime();
