import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useEffectEvent } from "react";
import { orpc } from "../../client/client.ts";
import { describeError, isGone } from "../../client/describeError.ts";
import { draftOfExchange, draftOfTemplate, type MadeDraft } from "./draft/draftOfRequest.ts";
import { replaceDraft } from "./draft/replaceDraft.tsx";

/** Takes over what the address names, once: an exchange to edit, or a template. */
export function useStartFrom(): void {
  const { from, template } = useSearch({ from: "/compose" });
  const navigate = useNavigate();
  const cache = useQueryClient();
  const take = useEffectEvent((made: MadeDraft | undefined) => {
    if (made) replaceDraft(made);
    // The address has done its work: a reload keeps what was edited since.
    void navigate({ to: "/compose", search: {}, replace: true });
  });
  useEffect(() => {
    if (template !== undefined) take(draftOfTemplate(template));
    if (from === undefined) return;
    let isCurrent = true;
    cache
      .fetchQuery(orpc.exchanges.record.queryOptions({ input: { id: from } }))
      .then(draftOfExchange)
      .then((made) => {
        if (isCurrent) take(made);
      })
      .catch((error: unknown) => {
        const { title, detail } = describeError(error);
        notifications.show({ color: "red", title, message: detail });
        if (isCurrent && isGone(error)) take(undefined);
      });
    return () => {
      isCurrent = false;
    };
  }, [from, template, cache]);
}
