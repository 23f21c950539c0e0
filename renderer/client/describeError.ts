import { ORPCError } from "@orpc/client";
import { faultMessage } from "../../core/faultMessage.ts";
import { shell } from "./shell.ts";

export interface ErrorText {
  readonly title: string;
  readonly detail: string;
  /** The same call would be refused again, as long as nothing else changes. */
  readonly isFinal?: boolean;
}

/** Whether a call failed for what it named: that was deleted, or never was. */
export function isGone(error: unknown): boolean {
  return error instanceof ORPCError && error.code === "NOT_FOUND";
}

/** Whether nobody answered a call. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof TypeError;
}

/** Of what is not there. */
export const goneDetail = "It was deleted, or its address is of another workbench.";

/** Whether the shell around this page looks after the host, and opens its page anew by itself; without one there is a terminal. */
const isSupervised = shell.onHostDown !== undefined;

/** Nobody answers, and the page goes on trying. */
export const away: ErrorText = {
  title: "The workbench does not answer",
  detail: isSupervised
    ? "This page goes on trying. What was recorded is kept."
    : "This page goes on trying. If the workbench was started anew, open the address on its terminal. What was recorded is kept.",
};

/** The token of this page is refused. */
export const startedAnew: ErrorText = {
  title: "The workbench was started anew, and this page is of the run before",
  detail: isSupervised
    ? "The window opens the new one by itself. What was recorded is kept."
    : "Open its new address, which is on the terminal. What was recorded is kept.",
  isFinal: true,
};

const texts: Readonly<Record<string, (message: string) => ErrorText>> = {
  UNAUTHORIZED: () => startedAnew,
  FORBIDDEN: () => startedAnew,
  NOT_FOUND: (message) => ({
    title: message.replace(/\.$/, ""),
    detail: goneDetail,
    isFinal: true,
  }),
  BAD_REQUEST: (message) => ({ title: "The workbench refused", detail: message, isFinal: true }),
};

/** What a person reads when a call failed: what happened, and what to do. */
export function describeError(error: unknown): ErrorText {
  if (error instanceof ORPCError) {
    return texts[error.code]?.(error.message) ?? { title: "The workbench refused", detail: error.message };
  }
  if (isUnanswered(error)) return away;
  return { title: "Something failed here", detail: faultMessage(error) };
}
