import { PlusIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Detail, HStack, Search, VStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isolated } from "../language/isolated";
import type { DirectoryEntry } from "../contracts/people";
import { Refused } from "../shell/Refused";
import { queryFault, useDirectory } from "./directory";

interface DirectorySearchProps {
  label: string;
  addText: string;
  /** Where all who are found are among {@link without}. */
  allThereText?: string;
  onAdd: (entry: DirectoryEntry) => void;
  /** She searches anew: what was said of the last one she added is over. */
  onSearch?: () => void;
  /** People who are there already. */
  without: readonly string[];
  busyRoleId?: string | undefined;
  /** It has come up where somebody has asked for it. */
  autoFocus?: boolean;
}

/** Finds professionals by name or organisation; each found one can be added with one tap. */
export function DirectorySearch(props: DirectorySearchProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const { data, error, isFetching } = useDirectory(typed);
  const fault = queryFault(typed);
  const found = data?.filter(({ personId }) => !props.without.includes(personId));
  return (
    <VStack gap="space-12">
      <Search
        label={props.label}
        hideLabel={false}
        variant="simple"
        value={typed}
        onChange={(value) => {
          setTyped(value);
          props.onSearch?.();
        }}
        error={(fault === "text-too-long" || fault === "text-not-plain") && t(`directory.${fault}`)}
        autoComplete="off"
        autoFocus={props.autoFocus ?? false}
      />
      <Refused error={error} />
      <BodyShort
        size="small"
        aria-live="polite"
        className={found?.length ? "sr-only" : "quiet-when-empty"}
      >
        {data && found && !isFetching && (
          <>
            {found.length === 0 && data.length > 0
              ? (props.allThereText ?? t("directory.allThere"))
              : t("directory.found", { count: found.length })}
          </>
        )}
      </BodyShort>
      {found && found.length > 0 && (
        <VStack as="ul" className="plain-list directory" aria-label={t("directory.results")}>
          {found.map((entry) => (
            <Found
              key={entry.roleId}
              entry={entry}
              {...props}
              onAdd={(it) => {
                props.onAdd(it);
                setTyped("");
              }}
            />
          ))}
        </VStack>
      )}
    </VStack>
  );
}

function Found({
  entry,
  addText,
  onAdd,
  busyRoleId,
}: DirectorySearchProps & { entry: DirectoryEntry }) {
  return (
    <HStack as="li" justify="space-between" align="center" gap="space-12" wrap={false}>
      <div>
        <BodyShort weight="semibold">
          <bdi>{entry.name}</bdi>
        </BodyShort>
        <Detail as="p" textColor="subtle">
          <bdi>{entry.title}</bdi>, <bdi>{entry.organisation.name}</bdi>
        </Detail>
      </div>
      <Button
        type="button"
        size="small"
        variant="secondary"
        icon={<PlusIcon aria-hidden />}
        loading={busyRoleId === entry.roleId}
        onClick={() => onAdd(entry)}
        aria-label={`${addText} ${isolated(entry.name)}, ${isolated(entry.organisation.name)}`}
      >
        {addText}
      </Button>
    </HStack>
  );
}
