import { XMarkIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Detail, Heading, HStack, VStack } from "@navikt/ds-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { DirectoryEntry } from "../contracts/people";
import { useMe } from "../session/session";
import { DirectorySearch } from "./DirectorySearch";

interface InvitedProps {
  invited: DirectoryEntry[];
  onChange: (invited: DirectoryEntry[]) => void;
}

/** Whom the proposer wants in the room; each still needs the patient's yes. */
export function Invited({ invited, onChange }: InvitedProps) {
  const { t } = useTranslation();
  const me = useMe();
  // The button that was pressed is gone: the focus is where the result is.
  const goes = useRef<"last" | "title">(undefined);
  const title = useRef<HTMLHeadingElement>(null);
  const last = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (goes.current) (goes.current === "last" ? last : title).current?.focus();
    goes.current = undefined;
  }, [invited]);
  const change = (next: DirectoryEntry[]) => {
    goes.current = next.length > invited.length ? "last" : "title";
    onChange(next);
  };
  return (
    <VStack as="section" gap="space-12" aria-labelledby="invited-title">
      <Heading level="2" size="small" id="invited-title" ref={title} tabIndex={-1}>
        {t("propose.helpers")}
      </Heading>
      {invited.length > 0 && (
        <VStack as="ul" gap="space-8" className="plain-list">
          {invited.map((entry, index) => (
            <HStack
              as="li"
              key={entry.roleId}
              className="card card--slim"
              justify="space-between"
              align="center"
              gap="space-12"
              wrap={false}
            >
              <div tabIndex={-1} ref={index === invited.length - 1 ? last : undefined}>
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
                variant="tertiary"
                data-color="neutral"
                icon={<XMarkIcon title={t("propose.leaveOut", { name: entry.name })} />}
                onClick={() => change(invited.filter(({ roleId }) => roleId !== entry.roleId))}
              />
            </HStack>
          ))}
        </VStack>
      )}
      <DirectorySearch
        label={t("directory.label")}
        addText={t("directory.add")}
        without={[me.personId, ...invited.map(({ personId }) => personId)]}
        onAdd={(entry) => change([...invited, entry])}
      />
    </VStack>
  );
}
