import { BodyLong, Heading, ReadMore, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { ConsentTexts } from "../contracts/rooms";
import { languageOf } from "../language/language";

/**
 * The text the consent is about, word for word as the server has it, in the reader's language: what
 * it is and how to take it back at once, each point with one tap.
 */
export function ConsentTextView({ texts }: { texts: ConsentTexts }) {
  const { t, i18n } = useTranslation();
  const text = texts.texts[languageOf(i18n.language) ?? "nb"];
  return (
    <VStack as="section" gap="space-8" aria-labelledby="consent-text-title">
      <Heading level="2" size="xsmall" id="consent-text-title">
        <bdi>{text.title}</bdi>
      </Heading>
      <BodyLong>{text.lead}</BodyLong>
      <ReadMore header={t("consent.readAll")}>
        <BodyLong as="ul" className="plain-points">
          {text.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </BodyLong>
      </ReadMore>
      <BodyLong weight="semibold">{text.withdrawal}</BodyLong>
    </VStack>
  );
}
