import { Button } from "@mantine/core";
import { IconRepeat } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useAction } from "../../actions/useAction.ts";
import { orpc } from "../../client/client.ts";
import { ActionTip } from "../../ui/ActionTip.tsx";

/** Sends the exchange again, at this workbench as it is now, and opens what comes of it. */
export function ReplayButton({ id }: { id: string }) {
  const navigate = useNavigate();
  const { mutate, isPending } = useMutation(
    orpc.exchanges.replay.mutationOptions({
      // The child is in the session that is recorded into.
      onSuccess: (child) => navigate({ to: "/traffic/$exchangeId", params: { exchangeId: child.id } }),
    }),
  );
  const replay = () => {
    if (!isPending) mutate({ id });
  };
  useAction("replay-exchange", replay);
  return (
    <ActionTip action="replay-exchange">
      <Button variant="default" data-often leftSection={<IconRepeat size={14} />} loading={isPending} onClick={replay}>
        Replay
      </Button>
    </ActionTip>
  );
}
