import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { ExchangeError } from "../features/exchange/ExchangeError.tsx";
import { Frame } from "../features/frame/Frame.tsx";
import { NotFound } from "../features/frame/NotFound.tsx";
import { RouteError } from "../features/frame/RouteError.tsx";
import { firstTab } from "../features/sessions/view/sessionTabs.ts";
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
  component: lazyRouteComponent(() => import("../features/traffic/TrafficScreen.tsx"), "TrafficScreen"),
  validateSearch: trafficSearchSchema,
});
const nothingChosen = createRoute({
  getParentRoute: () => traffic,
  path: "/",
  component: lazyRouteComponent(() => import("../features/traffic/NothingChosen.tsx"), "NothingChosen"),
});
const exchange = createRoute({
  getParentRoute: () => traffic,
  path: "$exchangeId",
  component: lazyRouteComponent(() => import("../features/exchange/ExchangeScreen.tsx"), "ExchangeScreen"),
  errorComponent: ExchangeError,
});

const compare = createRoute({
  getParentRoute: () => root,
  path: "/compare/$left/$right",
  component: lazyRouteComponent(() => import("../features/compare/CompareScreen.tsx"), "CompareScreen"),
  errorComponent: ExchangeError,
});

const compose = createRoute({
  getParentRoute: () => root,
  path: "/compose",
  component: lazyRouteComponent(() => import("../features/compose/ComposeScreen.tsx"), "ComposeScreen"),
  validateSearch: composeSearchSchema,
});
const data = createRoute({
  getParentRoute: () => root,
  path: "/data",
  component: lazyRouteComponent(() => import("../features/data/DataScreen.tsx"), "DataScreen"),
  validateSearch: dataSearchSchema,
});
const sessions = createRoute({
  getParentRoute: () => root,
  path: "/sessions",
  component: lazyRouteComponent(() => import("../features/sessions/SessionsScreen.tsx"), "SessionsScreen"),
});
const noSessionChosen = createRoute({
  getParentRoute: () => sessions,
  path: "/",
  component: lazyRouteComponent(() => import("../features/sessions/NoSessionChosen.tsx"), "NoSessionChosen"),
});
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
  component: lazyRouteComponent(() => import("../features/sessions/view/SessionView.tsx"), "SessionView"),
  validateSearch: sessionSearchSchema,
});
const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: lazyRouteComponent(() => import("../features/settings/SettingsScreen.tsx"), "SettingsScreen"),
});

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
