import { Alert, Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { scopeSchema, scopes } from "../../../core/contract/settings.ts";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { generateTestKey, isApiKey } from "./apiKey.ts";
import classes from "./KeyForm.module.css";
import { useKeyMutations } from "./keyMutations.ts";

interface KeyFormProps {
  /** Names that are taken. */
  readonly names: readonly string[];
  readonly onClose: () => void;
}

/** Defines a key. The key itself is shown here and nowhere else afterwards. */
export function KeyForm({ names, onClose }: KeyFormProps) {
  const { add } = useKeyMutations();
  const [name, setName] = useState("");
  const [key, setKey] = useState("");
  const [granted, setGranted] = useState<string[]>([...scopes]);
  const [generated, setGenerated] = useState<string>();
  const nameError = names.includes(name.trim()) ? "There is a key of this name." : undefined;
  const keyError =
    key !== "" && !isApiKey(key.trim()) ? "A key is ps_test_ or ps_live_ and 32 letters or digits." : undefined;
  const isComplete = name.trim() !== "" && key.trim() !== "" && !nameError && !keyError;
  const generate = () => {
    const made = generateTestKey();
    setKey(made);
    setGenerated(made);
  };
  return (
    <form
      className={classes.form}
      aria-label="Define a key"
      onSubmit={(event) => {
        event.preventDefault();
        const definition = {
          name: name.trim(),
          key: key.trim(),
          scopes: granted.map((scope) => scopeSchema.parse(scope)),
        };
        if (isComplete) add.mutate(definition, { onSuccess: onClose });
      }}
    >
      <Stack gap="md">
        <TextInput
          label="Name"
          placeholder="Shop A, read only"
          value={name}
          error={nameError}
          autoFocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group align="flex-start" gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            label="Key"
            placeholder="ps_test_…"
            autoComplete="off"
            spellCheck={false}
            className={classes.key ?? ""}
            value={key}
            error={keyError}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
          <Button
            className={classes.generate ?? ""}
            variant="default"
            leftSection={<IconKey size={14} />}
            onClick={generate}
          >
            Generate a test key
          </Button>
        </Group>
        {generated !== undefined && generated === key && (
          <Alert color="yellow" py="xs" title="Copy it now">
            <Group gap="xs">
              Only its fingerprint is kept, so it cannot be shown again.{" "}
              <CopyButton value={generated} label="the key" />
            </Group>
          </Alert>
        )}
        <Checkbox.Group label="Scopes" value={granted} onChange={setGranted}>
          <Group mt="xs">
            {scopes.map((scope) => (
              <Checkbox key={scope} value={scope} label={scope} size="xs" />
            ))}
          </Group>
        </Checkbox.Group>
        <Group gap="xs">
          <Button type="submit" disabled={!isComplete} loading={add.isPending}>
            Define the key
          </Button>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
