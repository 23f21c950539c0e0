import { ORPCError } from "@orpc/client";
import { faultMessage } from "../../core/faultMessage.ts";

export interface ErrorText {
  readonly title: string;
  readonly detail: string;
}

const texts: Readonly<Record<string, ErrorText>> = {
  UNAUTHORIZED: {
    title: "This page is not signed in",
    detail: "The workbench was started again. Open the address that it printed in the terminal.",
  },
  FORBIDDEN: {
    title: "This page is not signed in",
    detail: "The workbench was started again. Open the address that it printed in the terminal.",
  },
};

/** What a person reads when a call failed: what happened, and what to do. */
export function describeError(error: unknown): ErrorText {
  if (error instanceof ORPCError) {
    return texts[error.code] ?? { title: "The workbench refused", detail: error.message };
  }
  if (error instanceof TypeError) {
    return {
      title: "The workbench does not answer",
      detail: "It may be starting again; this page reconnects by itself. Nothing that was recorded is lost.",
    };
  }
  return { title: "Something failed here", detail: faultMessage(error) };
}
