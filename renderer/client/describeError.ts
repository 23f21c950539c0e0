import { ORPCError } from "@orpc/client";
import { faultMessage } from "../../core/faultMessage.ts";

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

const signedOut: ErrorText = {
  title: "This page is not signed in",
  detail: "The workbench was started again. Open the address that it printed in the terminal.",
  isFinal: true,
};

const texts: Readonly<Record<string, (message: string) => ErrorText>> = {
  UNAUTHORIZED: () => signedOut,
  FORBIDDEN: () => signedOut,
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
  if (isUnanswered(error)) {
    return {
      title: "The workbench does not answer",
      detail: "It may be starting again; this page reconnects by itself. Nothing that was recorded is lost.",
    };
  }
  return { title: "Something failed here", detail: faultMessage(error) };
}
