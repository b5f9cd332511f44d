import { XMarkIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Detail, Heading, HStack, VStack } from "@navikt/ds-react";
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
  return (
    <VStack as="section" gap="space-12" aria-labelledby="invited-title">
      <Heading level="2" size="small" id="invited-title">
        {t("propose.helpers")}
      </Heading>
      {invited.length > 0 && (
        <VStack as="ul" gap="space-8" className="plain-list">
          {invited.map((entry) => (
            <HStack
              as="li"
              key={entry.roleId}
              className="card card--slim"
              justify="space-between"
              align="center"
              gap="space-12"
              wrap={false}
            >
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
                variant="tertiary"
                data-color="neutral"
                icon={<XMarkIcon title={t("propose.leaveOut", { name: entry.name })} />}
                onClick={() => onChange(invited.filter(({ roleId }) => roleId !== entry.roleId))}
              />
            </HStack>
          ))}
        </VStack>
      )}
      <DirectorySearch
        label={t("directory.label")}
        addText={t("directory.add")}
        without={[me.personId, ...invited.map(({ personId }) => personId)]}
        onAdd={(entry) => onChange([...invited, entry])}
      />
    </VStack>
  );
}
