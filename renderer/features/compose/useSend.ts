import { useMutation } from "@tanstack/react-query";
import { orpc } from "../../client/client.ts";
import { composeStore } from "./draft/composeStore.ts";
import { sendHeaders } from "./draft/sendHeaders.ts";

/** Sends the draft as it is now; the answer is the exchange that came of it. */
export function useSend() {
  const { mutate, isPending } = useMutation(
    orpc.exchanges.send.mutationOptions({ onSuccess: ({ id }) => composeStore.sent(id) }),
  );
  const send = (body: string) => {
    if (isPending) return;
    const { draft, key } = composeStore.get();
    mutate({
      method: draft.method,
      path: draft.path,
      headers: sendHeaders(draft.headers, key),
      body,
      parent: draft.parent,
    });
  };
  return { send, isPending };
}
