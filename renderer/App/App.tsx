import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { ActionContext } from "../actions/ActionContext.ts";
import type { ActionRegistry } from "../actions/actionRegistry.ts";
import { LiveContext, useStatusOnceKnown } from "../live/LiveContext.ts";
import type { Live } from "../live/startLive.ts";
import { router } from "../routes/router.tsx";
import { styleNonce } from "../theme/styleNonce.ts";
import { cssVariablesResolver, theme } from "../theme/theme.ts";
import { Connecting } from "./Connecting.tsx";

interface AppProps {
  readonly cache: QueryClient;
  readonly live: Live;
  readonly actions: ActionRegistry;
}

export function App({ cache, live, actions }: AppProps) {
  return (
    <QueryClientProvider client={cache}>
      <LiveContext value={live}>
        <ActionContext value={actions}>
          <Themed />
        </ActionContext>
      </LiveContext>
    </QueryClientProvider>
  );
}

function Themed() {
  const status = useStatusOnceKnown();
  const appearance = status?.settings.appearance ?? "auto";
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={() => styleNonce}
      defaultColorScheme="auto"
      {...(appearance !== "auto" && { forceColorScheme: appearance })}
    >
      <Notifications position="bottom-right" limit={3} />
      {status ? <RouterProvider router={router} /> : <Connecting />}
    </MantineProvider>
  );
}
