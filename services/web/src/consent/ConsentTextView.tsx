import { BodyLong, Heading, ReadMore, VStack } from "@navikt/ds-react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { ConsentTexts } from "../contracts/rooms";
import { languageOf } from "../language/language";

interface ConsentTextViewProps {
  texts: ConsentTexts;
  /** Another than the reader's: the one in which it was read. */
  language?: string | undefined;
  /** All of it at once. */
  whole?: boolean;
}

/**
 * The text the consent is about, word for word as the server has it, in the reader's language: what
 * it is and how to take it back at once, each point with one tap.
 */
export function ConsentTextView({ texts, language, whole = false }: ConsentTextViewProps) {
  const { t, i18n } = useTranslation();
  const shownIn = languageOf(language ?? i18n.language) ?? "nb";
  const text = texts.texts[shownIn];
  const title = useId();
  const points = (
    <BodyLong as="ul" className="plain-points">
      {text.points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </BodyLong>
  );
  return (
    <VStack as="section" gap="space-8" aria-labelledby={title} lang={shownIn}>
      <Heading level="2" size="xsmall" id={title}>
        <bdi>{text.title}</bdi>
      </Heading>
      <BodyLong>{text.lead}</BodyLong>
      {whole ? points : <ReadMore header={t("consent.readAll")}>{points}</ReadMore>}
      <BodyLong weight="semibold">{text.withdrawal}</BodyLong>
    </VStack>
  );
}
