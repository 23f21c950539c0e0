import { Button, Group, PasswordInput, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Replay } from "../../../../../core/contract/replay.ts";
import { ModalDialog } from "../../../../ui/ModalDialog.tsx";
import { planOptions } from "../replayQueries.ts";
import { useArm } from "../useStartReplay.ts";

interface SendDialogProps {
  readonly replay: Replay;
  /** The question: "Send the 14 requests that are left?" */
  readonly title: string;
  /** What is sent: "14 requests". */
  readonly count: string;
  readonly isPending: boolean;
  readonly onSend: (key: string) => void;
  readonly onClose: () => void;
}

/** Asks for what of a replay was not kept, the key and the word that a target elsewhere takes, before more is sent as it was begun. */
export function SendDialog({ replay, title, count, isPending, onSend, onClose }: SendDialogProps) {
  const { source, settings } = replay;
  const [key, setKey] = useState("");
  const plan = useQuery(planOptions(source, settings, "off")).data;
  const arm = useArm(source);
  const lacksKey = plan?.needsKey === true && !plan.hasKey && key.trim() === "";
  const isElsewhere = plan?.destination.isElsewhere ?? false;
  const submit = async () => {
    if (isElsewhere) await arm.mutateAsync(settings.target);
    onSend(key);
    onClose();
  };
  return (
    <ModalDialog isForm title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // A failed call shows a notice of its own.
          submit().catch(() => undefined);
        }}
      >
        <Stack gap="md">
          {plan && (
            <Text>
              They go to <b>{plan.destination.host}</b>, as the replay was begun.{" "}
              {isElsewhere && plan.destination.effect}
            </Text>
          )}
          <PasswordInput
            label="API key"
            description={
              plan?.needsKey && !plan.hasKey
                ? "The one it was begun with was not kept."
                : "Give it again if the replay was begun with one: it was not kept."
            }
            autoComplete="off"
            value={key}
            onChange={({ currentTarget }) => setKey(currentTarget.value)}
            data-autofocus={plan?.needsKey && !plan.hasKey}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              color={isElsewhere ? "red" : "accent"}
              disabled={!plan || lacksKey}
              loading={isPending || arm.isPending}
            >
              Send {count}
            </Button>
          </Group>
        </Stack>
      </form>
    </ModalDialog>
  );
}
