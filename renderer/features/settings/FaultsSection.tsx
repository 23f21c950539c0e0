import { Alert, Anchor, Button, Group, JsonInput, Select, Text } from "@mantine/core";
import { IconBolt } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { faultFindingCode } from "../../../core/faults/describeFaults.ts";
import { type FaultPlan, readFaultPlan } from "../../../core/faults/faultPlan.ts";
import { faultPresets, findFaultPreset } from "../../../core/faults/faultPresets.ts";
import { useStatus } from "../../live/LiveContext.ts";
import { SettingsSection } from "./SettingsSection.tsx";
import { useUpdateSettings } from "./useUpdateSettings.ts";

const firstPreset = "rate-limited-hour";

function textOf(plan: FaultPlan | undefined): string {
  return plan ? JSON.stringify(plan, null, 2) : "";
}

/** What is to go wrong on purpose. A preset fills the editor, where it can be changed before it is switched on. */
export function FaultsSection() {
  const active = useStatus().settings.faults;
  const update = useUpdateSettings();
  const [preset, setPreset] = useState<string | null>(null);
  const [text, setText] = useState(() => textOf(active ?? findFaultPreset(firstPreset)?.plan));
  const read = readFaultPlan(text);
  const isInForce = active !== null && read.ok && textOf(read.plan) === textOf(active);

  function choose(id: string | null): void {
    setPreset(id);
    if (id !== null) setText(textOf(findFaultPreset(id)?.plan));
  }

  return (
    <SettingsSection
      title="Faults on purpose"
      hint="Rehearse bad days: late answers, refusals, broken connections, failing native calls. Only what your integration sends is touched; Compose and replays are not."
    >
      {active && (
        <Alert color="yellow" icon={<IconBolt />} title={`On: ${active.name}`}>
          Each exchange that is touched says so.{" "}
          <Anchor
            renderRoot={(props) => <Link {...props} to="/traffic" search={{ filter: `finding:${faultFindingCode}` }} />}
          >
            Show them
          </Anchor>
        </Alert>
      )}
      <Select
        label="Start from a preset"
        placeholder="Choose what to rehearse"
        description={preset === null ? "Each can be changed below." : findFaultPreset(preset)?.meaning}
        data={faultPresets.map(({ id, plan }) => ({ value: id, label: plan.name }))}
        value={preset}
        onChange={choose}
      />
      <JsonInput
        label="Plan"
        description="What happens, to which requests, how often. The same seed repeats the same hits."
        autosize
        minRows={6}
        maxRows={24}
        spellCheck={false}
        value={text}
        error={read.ok ? undefined : read.problems.map((problem) => <div key={problem}>{problem}</div>)}
        onChange={setText}
      />
      <Group gap="sm">
        <Button
          disabled={!read.ok || isInForce}
          loading={update.isPending}
          onClick={() => read.ok && update.mutate({ faults: read.plan })}
        >
          {active ? "Switch to this plan" : "Switch on"}
        </Button>
        {active && (
          <Button variant="default" onClick={() => update.mutate({ faults: null })}>
            Switch off
          </Button>
        )}
        <Text c="dimmed" size="xs" role="status">
          {isInForce ? "This plan is on." : ""}
        </Text>
      </Group>
    </SettingsSection>
  );
}
