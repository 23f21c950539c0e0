import { Button, Code, Tabs, Text, Title } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useStatus } from "../../../live/LiveContext.ts";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import classes from "./StartGuide.module.css";
import { startSnippets } from "./snippets.ts";
import { useSendSample } from "./useSendSample.ts";

/** Leads from an empty list to a first exchange: the address to paste, something to copy, something to press. */
export function StartGuide({ isFirst }: { isFirst: boolean }) {
  const { compatUrl } = useStatus();
  const { send, isPending } = useSendSample();
  const snippets = startSnippets(compatUrl);
  return (
    <section className={classes.guide} aria-labelledby="start">
      <Title order={1} id="start">
        {isFirst ? "Point your Klaviyo integration here" : "Choose an exchange to see its translation"}
      </Title>
      <Text c="dimmed">
        {isFirst
          ? "Change its base URL and nothing else. Each request appears on the left, with what it became and what was lost."
          : "Arrow keys go through the list. To send more, point an integration here:"}
      </Text>
      <div className={classes.url}>
        <Code className={classes.urlText}>{compatUrl}</Code>
        <CopyButton value={compatUrl} label="the base URL" />
      </div>
      <Tabs defaultValue="curl" keepMounted={false} className={classes.snippets}>
        <Tabs.List aria-label="Ways to send a request">
          {snippets.map(({ id, label }) => (
            <Tabs.Tab key={id} value={id}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {snippets.map(({ id, label, text }) => (
          <Tabs.Panel key={id} value={id} className={classes.snippet}>
            <pre className={classes.code}>{text}</pre>
            <div className={classes.copy}>
              <CopyButton value={text} label={`the ${label} lines`} />
            </div>
          </Tabs.Panel>
        ))}
      </Tabs>
      <div className={classes.sample}>
        <Button
          leftSection={<IconSend size={15} />}
          onClick={send}
          loading={isPending}
          variant={isFirst ? "filled" : "default"}
        >
          Send a sample
        </Button>
        <Text c="dimmed" size="xs">
          A Placed Order event, through the same door as yours.
        </Text>
      </div>
    </section>
  );
}
