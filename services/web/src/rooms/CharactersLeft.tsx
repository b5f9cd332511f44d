import { Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { lengthOf } from "../contracts/text";

/** From here on it is also said. */
const NEAR = 20;

/** How much more a field takes, counted as the rule counts: an emoji is one, white space around is none. */
export function CharactersLeft({ text, longest }: { text: string; longest: number }) {
  const { t } = useTranslation();
  const left = longest - lengthOf(text.trim());
  return (
    <Detail as="p" textColor="subtle" aria-live={left <= NEAR ? "polite" : "off"}>
      {left >= 0 ? t("words.left", { count: left }) : t("words.over", { count: -left })}
    </Detail>
  );
}
