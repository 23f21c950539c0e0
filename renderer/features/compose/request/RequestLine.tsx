import { Autocomplete, Button, Select } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { ActionTip } from "../../../ui/ActionTip.tsx";
import { composeStore, useComposeState } from "../draft/composeStore.ts";
import { methods } from "../draft/draft.ts";
import { pathSuggestions } from "../draft/paths.ts";
import classes from "./RequestLine.module.css";
import { TemplateMenu } from "./TemplateMenu.tsx";

interface RequestLineProps {
  readonly isSending: boolean;
  readonly onSend: () => void;
}

/** Method, path, where to start from, and the way to send. */
export function RequestLine({ isSending, onSend }: RequestLineProps) {
  const { draft } = useComposeState();
  return (
    <header className={classes.line}>
      <h1 className={classes.title}>Compose</h1>
      <Select
        size="xs"
        className={classes.method ?? ""}
        aria-label="Method"
        data={[...new Set([...methods, draft.method])]}
        value={draft.method}
        allowDeselect={false}
        onChange={(method) => method !== null && composeStore.change({ method })}
      />
      <Autocomplete
        size="xs"
        className={classes.path ?? ""}
        aria-label="Path"
        data={pathSuggestions}
        filter={({ options }) => options}
        maxDropdownHeight={420}
        spellCheck={false}
        value={draft.path}
        onChange={(path) => composeStore.change({ path })}
      />
      <TemplateMenu />
      <ActionTip action="send">
        <Button leftSection={<IconSend size={14} />} loading={isSending} onClick={onSend}>
          Send
        </Button>
      </ActionTip>
    </header>
  );
}
