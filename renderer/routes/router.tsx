import { createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { ComposeScreen } from "../features/compose/ComposeScreen.tsx";
import { DataScreen } from "../features/data/DataScreen.tsx";
import { ExchangeError } from "../features/exchange/ExchangeError.tsx";
import { ExchangeScreen } from "../features/exchange/ExchangeScreen.tsx";
import { Frame } from "../features/frame/Frame.tsx";
import { NotFound } from "../features/frame/NotFound.tsx";
import { RouteError } from "../features/frame/RouteError.tsx";
import { SettingsScreen } from "../features/settings/SettingsScreen.tsx";
import { NothingChosen } from "../features/traffic/NothingChosen.tsx";
import { TrafficScreen } from "../features/traffic/TrafficScreen.tsx";
import { composeSearchSchema, dataSearchSchema, trafficSearchSchema } from "./search.ts";

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
const settings = createRoute({ getParentRoute: () => root, path: "/settings", component: SettingsScreen });

export const router = createRouter({
  routeTree: root.addChildren([index, traffic.addChildren([nothingChosen, exchange]), compose, data, settings]),
  defaultErrorComponent: RouteError,
  defaultPreload: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
