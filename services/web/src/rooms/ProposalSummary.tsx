import { BodyLong, InfoCard } from "@navikt/ds-react";
import { InformationSquareIcon } from "@navikt/aksel-icons";
import { useTranslation } from "react-i18next";
import type { DirectoryEntry } from "../contracts/people";
import { firstName, useListed } from "../language/names";

/** What pressing the button does, in the words of what has been filled in (R1). */
export function ProposalSummary({ name, invited }: { name: string; invited: DirectoryEntry[] }) {
  const { t } = useTranslation();
  const listed = useListed();
  const patient = name.trim() === "" ? undefined : firstName(name.trim());
  return (
    <InfoCard data-color="info" size="small">
      <InfoCard.Header icon={<InformationSquareIcon aria-hidden />}>
        <InfoCard.Title as="h2">{t("propose.next")}</InfoCard.Title>
      </InfoCard.Header>
      <InfoCard.Content>
        <BodyLong>
          {patient ? t("propose.nextPatient", { name: patient }) : t("propose.nextSomebody")}
          {invited.length > 0 &&
            ` ${t("propose.nextHelpers", { names: listed(invited.map((it) => it.name)) })}`}
        </BodyLong>
      </InfoCard.Content>
    </InfoCard>
  );
}
