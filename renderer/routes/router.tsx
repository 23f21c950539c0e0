import { createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { CompareScreen } from "../features/compare/CompareScreen.tsx";
import { ComposeScreen } from "../features/compose/ComposeScreen.tsx";
import { DataScreen } from "../features/data/DataScreen.tsx";
import { ExchangeError } from "../features/exchange/ExchangeError.tsx";
import { ExchangeScreen } from "../features/exchange/ExchangeScreen.tsx";
import { Frame } from "../features/frame/Frame.tsx";
import { NotFound } from "../features/frame/NotFound.tsx";
import { RouteError } from "../features/frame/RouteError.tsx";
import { NoSessionChosen } from "../features/sessions/NoSessionChosen.tsx";
import { SessionsScreen } from "../features/sessions/SessionsScreen.tsx";
import { SessionView } from "../features/sessions/view/SessionView.tsx";
import { firstTab } from "../features/sessions/view/sessionTabs.ts";
import { SettingsScreen } from "../features/settings/SettingsScreen.tsx";
import { NothingChosen } from "../features/traffic/NothingChosen.tsx";
import { TrafficScreen } from "../features/traffic/TrafficScreen.tsx";
import { composeSearchSchema, dataSearchSchema, sessionSearchSchema, trafficSearchSchema } from "./search.ts";

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const index = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/traffic", replace: true });
  },
});

const traffic = createRoute({
  getParentRoute: () => root,
  path: "/traffic",
  component: TrafficScreen,
  validateSearch: trafficSearchSchema,
});
const nothingChosen = createRoute({ getParentRoute: () => traffic, path: "/", component: NothingChosen });
const exchange = createRoute({
  getParentRoute: () => traffic,
  path: "$exchangeId",
  component: ExchangeScreen,
  errorComponent: ExchangeError,
});

const compare = createRoute({
  getParentRoute: () => root,
  path: "/compare/$left/$right",
  component: CompareScreen,
  errorComponent: ExchangeError,
});

const compose = createRoute({
  getParentRoute: () => root,
  path: "/compose",
  component: ComposeScreen,
  validateSearch: composeSearchSchema,
});
const data = createRoute({
  getParentRoute: () => root,
  path: "/data",
  component: DataScreen,
  validateSearch: dataSearchSchema,
});
const sessions = createRoute({ getParentRoute: () => root, path: "/sessions", component: SessionsScreen });
const noSessionChosen = createRoute({ getParentRoute: () => sessions, path: "/", component: NoSessionChosen });
const session = createRoute({
  getParentRoute: () => sessions,
  path: "$sessionId",
  beforeLoad: ({ params, location }) => {
    if (/^\/sessions\/[^/]+\/?$/.test(location.pathname)) {
      throw redirect({ to: "/sessions/$sessionId/$tab", params: { ...params, tab: firstTab }, replace: true });
    }
  },
});
const sessionTab = createRoute({
  getParentRoute: () => session,
  path: "$tab",
  component: SessionView,
  validateSearch: sessionSearchSchema,
});
const settings = createRoute({ getParentRoute: () => root, path: "/settings", component: SettingsScreen });

export const router = createRouter({
  routeTree: root.addChildren([
    index,
    traffic.addChildren([nothingChosen, exchange]),
    compare,
    compose,
    sessions.addChildren([noSessionChosen, session.addChildren([sessionTab])]),
    data,
    settings,
  ]),
  defaultErrorComponent: RouteError,
  defaultPreload: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
