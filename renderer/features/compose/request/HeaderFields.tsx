import { ActionIcon, Autocomplete, Button, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { composeStore, useComposeState } from "../draft/composeStore.ts";
import { hasOwnAuthorization } from "../draft/sendHeaders.ts";
import classes from "./HeaderFields.module.css";

const knownNames = ["Accept", "Authorization", "Content-Type", "revision", "User-Agent", "X-Klaviyo-User-Agent"];

/** The key and the header lines of the draft. */
export function HeaderFields() {
  const { draft, key } = useComposeState();
  const rows = draft.headers;
  const isOverridden = hasOwnAuthorization(rows);
  const set = (id: number, change: { name?: string; value?: string }) =>
    composeStore.change({ headers: rows.map((row) => (row.id === id ? { ...row, ...change } : row)) });
  const nextId = rows.reduce((highest, { id }) => Math.max(highest, id), -1) + 1;
  return (
    <div className={classes.fields}>
      <TextInput
        label="API key"
        description={
          isOverridden
            ? "The Authorization line below goes before it."
            : "Sent as Authorization: Klaviyo-API-Key. Any well-formed key will do in the sandbox; each is a property of its own. It is not kept over a reload."
        }
        className={classes.mono ?? ""}
        disabled={isOverridden}
        autoComplete="off"
        spellCheck={false}
        value={key}
        onChange={({ currentTarget }) => composeStore.setKey(currentTarget.value)}
      />
      <fieldset className={classes.rows}>
        <legend className={classes.legend}>Header lines</legend>
        {rows.map(({ id, name, value }) => (
          <div key={id} className={classes.row}>
            <Autocomplete
              size="xs"
              className={classes.mono ?? ""}
              aria-label="Name of the header"
              placeholder="Name"
              data={knownNames}
              value={name}
              onChange={(next) => set(id, { name: next })}
            />
            <TextInput
              className={classes.mono ?? ""}
              aria-label={`Value of ${name || "the header"}`}
              placeholder="Value"
              value={value}
              onChange={({ currentTarget }) => set(id, { value: currentTarget.value })}
            />
            <ActionIcon
              aria-label={`Remove the header ${name || "without a name"}`}
              onClick={() => composeStore.change({ headers: rows.filter((row) => row.id !== id) })}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => composeStore.change({ headers: [...rows, { id: nextId, name: "", value: "" }] })}
          >
            Add a header
          </Button>
        </div>
      </fieldset>
    </div>
  );
}
