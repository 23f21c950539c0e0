import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { orpc } from "../../../client/client.ts";
import { sampleEventBody, sampleKey } from "./snippets.ts";

/** Sends the sample event through the compat surface and opens its exchange. */
export function useSendSample() {
  const navigate = useNavigate();
  const { mutate, isPending } = useMutation(
    orpc.exchanges.send.mutationOptions({
      onSuccess: ({ id }) => void navigate({ to: "/traffic/$exchangeId", params: { exchangeId: id } }),
    }),
  );
  const send = () => {
    const now = new Date();
    mutate({
      method: "POST",
      path: "/klaviyo/v1/api/events",
      headers: [
        ["Authorization", `Klaviyo-API-Key ${sampleKey}`],
        ["Content-Type", "application/json"],
        ["revision", "2026-07-15"],
      ],
      body: sampleEventBody(now.toISOString(), `SAMPLE-${now.getTime()}`),
    });
  };
  return { send, isPending };
}
