import { BodyLong, BodyShort, ReadMore, VStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ConsentTexts, GivenConsent, Named } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { inARow } from "../language/isolated";
import { Trouble } from "../shell/Trouble";
import { Waiting } from "../shell/Waiting";
import { useGivenConsents } from "./consent";
import { ConsentTextView } from "./ConsentTextView";

/** What the patient said yes to, each time, as it stood before him then. */
export function WhatWasGiven({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <ReadMore header={t("given.read")} open={open} onOpenChange={setOpen}>
      {open && <All roomId={roomId} />}
    </ReadMore>
  );
}

function All({ roomId }: { roomId: string }) {
  const { data, error, refetch } = useGivenConsents(roomId);
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={2} />;
  return (
    <VStack gap="space-32">
      {data.items.map((item) => (
        <One
          key={item.givenAt}
          item={item}
          texts={data.texts.find(({ version }) => version === item.textVersion)}
        />
      ))}
    </VStack>
  );
}

function One({ item, texts }: { item: GivenConsent; texts: ConsentTexts | undefined }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { givenAt, language, named, textVersion } = item;
  return (
    <VStack gap="space-12">
      <BodyShort weight="semibold">
        {t("consent.given", { day: dates.day(givenAt), time: dates.time(givenAt) })}
      </BodyShort>
      {named ? <Page named={named} /> : <BodyShort>{t("given.nobodyKnown")}</BodyShort>}
      {!language && <BodyShort>{t("given.languageUnknown")}</BodyShort>}
      {texts && <ConsentTextView texts={texts} language={language} whole />}
      <BodyShort size="small" textColor="subtle">
        {t("given.version", { version: textVersion })}
      </BodyShort>
    </VStack>
  );
}

/** Who stood on the page, as they were called there. */
function Page({ named }: { named: Named[] }) {
  const { t } = useTranslation();
  const groups = [
    { what: t("given.joined"), who: named.filter(({ joins }) => joins) },
    { what: t("given.askedAbout"), who: named.filter(({ joins }) => !joins) },
  ].filter(({ who }) => who.length > 0);
  if (groups.length === 0) return <BodyShort>{t("given.nobody")}</BodyShort>;
  return groups.map(({ what, who }) => (
    <div key={what}>
      <BodyShort>{what}</BodyShort>
      <BodyLong as="ul" className="plain-points">
        {who.map(({ name, title, organisationName }) => (
          <li key={`${name} ${title} ${organisationName}`}>
            {inARow(name, title, organisationName)}
          </li>
        ))}
      </BodyLong>
    </div>
  ));
}
