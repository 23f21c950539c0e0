import { Anchor, Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { JobResult } from "../../../../core/contract/jobs.ts";
import { countText } from "../../../ui/quantityText.ts";
import { useSessionMutations } from "../sessionMutations.ts";
import { firstTab } from "../view/sessionTabs.ts";

interface SessionResultProps {
  readonly result: JobResult<"copy" | "split" | "join">;
  readonly canUndo?: boolean;
}

/** A session that was made or changed, with the way there and, after a split, the way back. */
export function SessionResult({ result: { session, exchanges }, canUndo = false }: SessionResultProps) {
  const { join } = useSessionMutations();
  return (
    <>
      {countText(exchanges, "exchange")}
      <Anchor component={Link} to={`/sessions/${session}/${firstTab}`} size="sm">
        Open the session
      </Anchor>
      {canUndo && (
        <Button
          size="compact-sm"
          variant="default"
          loading={join.isPending}
          disabled={join.isSuccess}
          onClick={() => join.mutate({ id: session })}
        >
          Undo
        </Button>
      )}
    </>
  );
}
