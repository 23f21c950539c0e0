import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { stringifyJson } from "../../../../core/json/json.ts";
import { sampleRequest } from "../../../../core/klaviyo/templates.ts";
import { orpc } from "../../../client/client.ts";
import { sampleKey } from "./snippets.ts";

/** Sends the sample event through the compat surface and opens its exchange. */
export function useSendSample() {
  const navigate = useNavigate();
  const { mutate, isPending } = useMutation(
    orpc.exchanges.send.mutationOptions({
      onSuccess: ({ id }) => void navigate({ to: "/traffic/$exchangeId", params: { exchangeId: id } }),
    }),
  );
  const send = () =>
    mutate({
      method: "POST",
      path: `/klaviyo/v1/api/${sampleRequest.endpoint}`,
      headers: [
        ["Authorization", `Klaviyo-API-Key ${sampleKey}`],
        ["Content-Type", "application/json"],
        ["revision", "2026-07-15"],
      ],
      body: stringifyJson(sampleRequest.body, 2),
    });
  return { send, isPending };
}
