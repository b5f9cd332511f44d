import { BodyShort, Button, Detail, HStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { BlockedPerson } from "../contracts/people";
import { useDates } from "../language/dates";
import { inARow } from "../language/isolated";

interface BlockedProps {
  person: BlockedPerson;
  busy: boolean;
  onTakeBack: () => void;
}

/** One who is blocked, since when, and the way back. */
export function Blocked({ person, busy, onTakeBack }: BlockedProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const { name, title, organisation, since } = person;
  return (
    <HStack as="li" justify="space-between" align="center" gap="space-12" wrap={false}>
      <div>
        <BodyShort weight="semibold">
          <bdi>{name}</bdi>
        </BodyShort>
        {title && (
          <Detail as="p" textColor="subtle">
            {inARow(title, organisation?.name)}
          </Detail>
        )}
        <Detail as="p" textColor="subtle">
          {t("blocks.since", { day: dates.day(since) })}
        </Detail>
      </div>
      <Button
        size="small"
        variant="secondary"
        data-color="neutral"
        loading={busy}
        onClick={onTakeBack}
        aria-label={t("blocks.takeBackName", { name })}
      >
        {t("blocks.takeBack")}
      </Button>
    </HStack>
  );
}
