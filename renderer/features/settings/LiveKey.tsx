import { Alert, Button, Code, Group, PasswordInput, Text } from "@mantine/core";
import { IconCheck, IconKey } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { orpc } from "../../client/client.ts";
import { shell } from "../../client/shell.ts";
import { useStatus } from "../../live/LiveContext.ts";

/** Whether the key for the live API is at hand, and how to give one: in the desktop's keychain, or by the environment of `serve`. */
export function LiveKey() {
  const { hasLiveKey } = useStatus();
  const { setLiveKey, removeLiveKey } = shell;
  return (
    <div>
      <Group gap="xs" mb="xs">
        {hasLiveKey ? <IconCheck size={16} aria-hidden /> : <IconKey size={16} aria-hidden />}
        <Text fw={600}>{hasLiveKey ? "A live key is at hand" : "No live key yet"}</Text>
      </Group>
      {setLiveKey ? (
        <KeychainForm hasKey={hasLiveKey} setKey={setLiveKey} removeKey={removeLiveKey} />
      ) : (
        <Text c="dimmed">
          It comes from the environment and is never written to disk: start the workbench with{" "}
          <Code>POSTSCRIPT_API_KEY</Code> set{hasLiveKey ? " to another key to change it." : "."}
        </Text>
      )}
    </div>
  );
}

interface KeychainFormProps {
  readonly hasKey: boolean;
  readonly setKey: NonNullable<typeof shell.setLiveKey>;
  readonly removeKey: typeof shell.removeLiveKey;
}

function KeychainForm({ hasKey, setKey, removeKey }: KeychainFormProps) {
  const cache = useQueryClient();
  const [key, setText] = useState("");
  const statusKey = orpc.workbench.status.queryKey();
  const shown = (isThere: boolean) =>
    cache.setQueryData(statusKey, (status) => status && { ...status, hasLiveKey: isThere });
  const keep = useMutation({
    mutationFn: () => setKey({ key: key.trim() }),
    onSuccess: (outcome) => {
      if (!outcome.kept) return;
      setText("");
      shown(true);
    },
  });
  const remove = useMutation({ mutationFn: async () => removeKey?.(), onSuccess: () => shown(false) });
  const refusal = keep.data?.kept === false ? keep.data.message : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate();
      }}
    >
      <Group align="flex-end" gap="xs">
        <PasswordInput
          size="xs"
          flex={1}
          label="Live API key"
          description="Kept in the keychain of this computer; it is never shown again."
          autoComplete="off"
          value={key}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" loading={keep.isPending} disabled={key.trim() === ""}>
          {hasKey ? "Replace" : "Keep"}
        </Button>
        {hasKey && removeKey && (
          <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
            Remove
          </Button>
        )}
      </Group>
      {refusal && (
        <Alert color="red" mt="xs" title="The key was not kept">
          {refusal}
        </Alert>
      )}
    </form>
  );
}
