import { ActionIcon, Button, Select, TextInput, Tooltip } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import type { Property } from "../../../core/contract/sandbox.ts";
import { useAction, useRunAction } from "../../actions/useAction.ts";
import { Keys } from "../../ui/Keys.tsx";
import { countText } from "../../ui/quantityText.ts";
import classes from "./DataScreen.module.css";
import { profilesOptions } from "./dataQueries.ts";
import { NativeList } from "./NativeList.tsx";
import { profileRow } from "./nativeRows.ts";

interface ProfilesPanelProps {
  readonly property: Property;
  readonly properties: readonly Property[];
  readonly chosen: string | undefined;
  readonly onProperty: (id: string) => void;
  readonly onProfile: (id: string) => void;
}

const typingPauseMs = 200;

/** Which property, and its profiles. */
export function ProfilesPanel({ property, properties, chosen, onProperty, onProfile }: ProfilesPanelProps) {
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text.trim(), typingPauseMs);
  const input = useRef<HTMLInputElement>(null);
  const run = useRunAction();
  useAction("focus-filter", () => input.current?.select());
  const profiles = useInfiniteQuery(profilesOptions(property.id, search));
  const rows = useMemo(
    () => profiles.data?.pages.flatMap((page) => page.profiles.map(profileRow)) ?? [],
    [profiles.data],
  );
  return (
    <section className={classes.panel} aria-label="Profiles">
      <div className={classes.tools}>
        <div className={classes.bar}>
          <Select
            size="xs"
            className={classes.grow ?? ""}
            aria-label="Property, by its API key"
            data={properties.map(({ id, name }) => ({ value: id, label: name }))}
            value={property.id}
            allowDeselect={false}
            checkIconPosition="right"
            onChange={(id) => id !== null && onProperty(id)}
          />
          <Tooltip label="Empty the sandbox…">
            <ActionIcon aria-label="Empty the sandbox" onClick={() => run("reset-sandbox")}>
              <IconTrash size={16} />
            </ActionIcon>
          </Tooltip>
        </div>
        <TextInput
          ref={input}
          type="search"
          aria-label="Search the profiles"
          placeholder={`Search ${countText(property.profiles, "profile")}`}
          leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
          rightSection={text === "" && <Keys action="focus-filter" />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <NativeList
        id="profile-list"
        label="Profiles, newest first"
        rows={rows}
        total={profiles.data?.pages[0]?.total ?? 0}
        chosen={chosen}
        isPending={profiles.isPending}
        error={profiles.error}
        empty={
          search === "" ? (
            "This property has no profile yet."
          ) : (
            <>
              <p>No profile contains “{search}”.</p>
              <Button variant="default" onClick={() => setText("")}>
                Clear the search
              </Button>
            </>
          )
        }
        onChoose={onProfile}
        onRetry={() => void profiles.refetch()}
        onNearEnd={() => {
          if (profiles.hasNextPage && !profiles.isFetching) void profiles.fetchNextPage();
        }}
      />
    </section>
  );
}
