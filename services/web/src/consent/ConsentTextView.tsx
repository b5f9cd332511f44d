import { CheckmarkIcon } from "@navikt/aksel-icons";
import { BodyLong, Heading, HStack, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { ConsentTexts } from "../contracts/rooms";
import { languageOf } from "../language/language";

/** The text the consent is about, as the server has it, in the reader's language. */
export function ConsentTextView({ texts }: { texts: ConsentTexts }) {
  const { i18n } = useTranslation();
  const text = texts.texts[languageOf(i18n.language) ?? "nb"];
  return (
    <VStack as="section" gap="space-16" aria-labelledby="consent-text-title">
      <Heading level="2" size="medium" id="consent-text-title">
        <bdi>{text.title}</bdi>
      </Heading>
      <BodyLong>{text.lead}</BodyLong>
      <VStack as="ul" gap="space-12" className="plain-list">
        {text.points.map((point) => (
          <HStack as="li" key={point} gap="space-12" wrap={false} align="start">
            <CheckmarkIcon aria-hidden className="point" fontSize="1.5rem" />
            <BodyLong>{point}</BodyLong>
          </HStack>
        ))}
      </VStack>
      <BodyLong weight="semibold">{text.withdrawal}</BodyLong>
    </VStack>
  );
}
