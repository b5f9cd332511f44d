import { BodyLong, BodyShort, ReadMore, VStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStandingError } from "../gateway/standingError";
import type { ConsentTexts, GivenConsent, Named, RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { inARow } from "../language/isolated";
import { Trouble } from "../shell/Trouble";
import { Waiting } from "../shell/Waiting";
import { useGivenConsents } from "./consent";
import { ConsentTextView } from "./ConsentTextView";

/** What the patient said yes to, each time, as it stood before him then. */
export function WhatWasGiven({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <ReadMore header={t("given.read")} open={open} onOpenChange={setOpen}>
      {open && <All room={room} />}
    </ReadMore>
  );
}

function All({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const given = useGivenConsents(room.roomId);
  const { data, refetch } = given;
  const error = useStandingError(given);
  if (error) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={2} />;
  return (
    <VStack gap="space-32">
      <div>
        <BodyShort>{t("given.purpose")}</BodyShort>
        <BodyLong className="quote" dir="auto">
          <bdi>{room.purpose}</bdi>
        </BodyLong>
      </div>
      {data.items.map((item, i) => (
        <One
          key={item.givenAt}
          item={item}
          newest={i === 0}
          texts={data.texts.find(({ version }) => version === item.textVersion)}
        />
      ))}
    </VStack>
  );
}

interface OneProps {
  item: GivenConsent;
  texts: ConsentTexts | undefined;
  /** The texts of those before it are folded: they are mostly the same. */
  newest: boolean;
}

function One({ item, texts, newest }: OneProps) {
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
      {texts && <ConsentTextView texts={texts} language={language} whole={newest} />}
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
