import { Alert, Button, Code } from "@mantine/core";
import { IconInfoCircle, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useStatus } from "../../live/LiveContext.ts";
import { KeyForm } from "./KeyForm.tsx";
import { KeysTable } from "./KeysTable.tsx";
import { SettingsSection } from "./SettingsSection.tsx";

/** The keys that the workspace defines, with what each may do. */
export function KeysSection() {
  const { keys } = useStatus().settings;
  const [isAdding, setAdding] = useState(false);
  return (
    <SettingsSection
      title="API keys"
      hint={
        <>
          Each key is a property of its own, with its own profiles and events. With none defined, every well-formed{" "}
          <Code>ps_test_…</Code> or <Code>ps_live_…</Code> key may do everything. Define some to try what a missing
          scope or an unknown key does.
        </>
      }
    >
      {keys.length > 0 && (
        <>
          <KeysTable keys={keys} />
          <Alert icon={<IconInfoCircle />} py="xs">
            Every other key is refused with 401.
          </Alert>
        </>
      )}
      {isAdding ? (
        <KeyForm names={keys.map((key) => key.name)} onClose={() => setAdding(false)} />
      ) : (
        <div>
          <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
            Define a key
          </Button>
        </div>
      )}
    </SettingsSection>
  );
}
