import { Button, Group, Radio, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Property } from "../../../core/contract/sandbox.ts";
import { useAction } from "../../actions/useAction.ts";
import { orpc } from "../../client/client.ts";
import { ModalDialog } from "../../ui/ModalDialog.tsx";
import { countText } from "../../ui/quantityText.ts";

function contentText({ profiles, events }: Pick<Property, "profiles" | "events">): string {
  return `${countText(profiles, "profile")}, ${countText(events, "event")}`;
}

/** Asks what to empty: one property, or all. */
export function ResetSandboxDialog() {
  const [isOpen, setOpen] = useState(false);
  useAction("reset-sandbox", () => setOpen(true));
  if (!isOpen) return null;
  return <ResetForm onClose={() => setOpen(false)} />;
}

function ResetForm({ onClose }: { onClose: () => void }) {
  const [chosen, setChosen] = useState("");
  const cache = useQueryClient();
  const { data: properties = [] } = useQuery(orpc.sandbox.properties.queryOptions());
  const reset = useMutation(
    orpc.sandbox.reset.mutationOptions({
      onSuccess: () => {
        void cache.invalidateQueries({ queryKey: orpc.sandbox.key() });
        notifications.show({ message: "Emptied. Recorded exchanges are as they were." });
        onClose();
      },
    }),
  );
  const all = properties.reduce(
    (sum, { profiles, events }) => ({ profiles: sum.profiles + profiles, events: sum.events + events }),
    { profiles: 0, events: 0 },
  );
  return (
    <ModalDialog title="Empty the sandbox" onClose={onClose}>
      <Stack gap="lg">
        <Text>Profiles and events are deleted for good. Sessions and their exchanges stay.</Text>
        <Radio.Group aria-label="What to empty" value={chosen} onChange={setChosen}>
          <Stack gap="sm">
            <Radio value="" label="All properties" description={contentText(all)} />
            {properties.map((property) => (
              <Radio key={property.id} value={property.id} label={property.name} description={contentText(property)} />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button
            color="red"
            loading={reset.isPending}
            onClick={() => reset.mutate(chosen === "" ? {} : { property: chosen })}
          >
            {chosen === "" ? "Empty all of it" : "Empty this property"}
          </Button>
        </Group>
      </Stack>
    </ModalDialog>
  );
}
