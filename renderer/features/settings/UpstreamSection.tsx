import { Alert, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useSessionStorage } from "@mantine/hooks";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { defaultLiveBaseUrl, type Upstream, upstreamSchema } from "../../../core/contract/settings.ts";
import { useStatus } from "../../live/LiveContext.ts";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { LiveKey } from "./LiveKey.tsx";
import { SettingsSection } from "./SettingsSection.tsx";
import { useUpdateSettings } from "./useUpdateSettings.ts";

/** Where native calls go. Going live asks first; coming back does not. */
export function UpstreamSection() {
  const { settings, hasLiveKey } = useStatus();
  const { upstream } = settings;
  const update = useUpdateSettings();
  const [isAsking, setAsking] = useState(false);
  // What was typed beside the sandbox is still there when one goes live later: the default would be the real thing.
  const [typedUrl, setTypedUrl] = useSessionStorage({
    key: "live-base-url",
    defaultValue: defaultLiveBaseUrl,
    getInitialValueInEffect: false,
  });
  const [baseUrl, setUrl] = useState(upstream.kind === "live" ? upstream.baseUrl : typedUrl);
  const setBaseUrl = (url: string) => {
    setUrl(url);
    setTypedUrl(url);
  };
  const live = upstreamSchema.safeParse({ kind: "live", baseUrl: baseUrl.trim() });
  const isLive = upstream.kind === "live";
  const isChanged = isLive && live.success && !isSame(live.data, upstream);

  function goLive(): void {
    if (live.success) update.mutate({ upstream: live.data }, { onSuccess: () => setAsking(false) });
  }

  return (
    <SettingsSection title="Upstream" hint="Where the native calls go that each Klaviyo request becomes.">
      <Radio.Group
        aria-label="Upstream"
        value={upstream.kind}
        onChange={(kind) => (kind === "live" ? setAsking(true) : update.mutate({ upstream: { kind: "sandbox" } }))}
      >
        <Stack gap="sm">
          <Radio
            value="sandbox"
            label="Sandbox"
            description="A native API inside this workbench, with its own profiles and events. Nothing leaves this machine."
          />
          <Radio
            value="live"
            disabled={!live.success}
            label="Live"
            description="A native API elsewhere. What your integration sends becomes real profiles and real events there."
          />
        </Stack>
      </Radio.Group>
      <TextInput
        label="Base URL of the live API"
        description="Postscript’s by default. A second workbench’s native API works as well."
        value={baseUrl}
        error={
          live.success
            ? undefined
            : `An address without a password that begins with http:// or https://, for example ${defaultLiveBaseUrl}`
        }
        onChange={(event) => setBaseUrl(event.currentTarget.value)}
        onBlur={() => isChanged && setAsking(true)}
        onKeyDown={(event) => event.key === "Enter" && isChanged && setAsking(true)}
      />
      <LiveKey />
      {upstream.kind === "live" && (
        <Alert color="red" icon={<IconAlertTriangle />} title={`Live: ${new URL(upstream.baseUrl).host}`}>
          Every request that arrives here changes real data there.
        </Alert>
      )}
      {isAsking && (
        <ConfirmDialog
          title="Send native calls to a live API?"
          confirmLabel="Go live"
          isPending={update.isPending}
          onConfirm={goLive}
          onClose={() => {
            setAsking(false);
            if (isLive) setBaseUrl(upstream.baseUrl);
          }}
        >
          <Text>
            From now on each request that arrives here is carried out at <b>{baseUrl.trim()}</b>: profiles are created
            and changed, events are recorded, and flows there may send messages to real people. Going back to the
            sandbox is one click.
          </Text>
          {!hasLiveKey && (
            <Alert color="yellow" icon={<IconAlertTriangle />}>
              There is no live key yet, so the live API will refuse every call until one is given.
            </Alert>
          )}
        </ConfirmDialog>
      )}
    </SettingsSection>
  );
}

function isSame(one: Upstream, other: Upstream): boolean {
  return one.kind === "live" && other.kind === "live" && one.baseUrl === other.baseUrl;
}
