import { createContext } from "react";
import { type ActionRegistry, createActionRegistry } from "./actionRegistry.ts";

export const ActionContext = createContext<ActionRegistry>(createActionRegistry());
