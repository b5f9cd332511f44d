import { BodyShort, Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useDates } from "../language/dates";
import type { Corrected } from "./corrected";

/** What a message said until it was changed or taken back, for whoever is still shown it. */
export function BeforeIt({ corrected }: { corrected: Corrected }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { state, at, before } = corrected;
  const shown = before.filter(({ body }) => body !== undefined);
  const moment = { at: dates.moment(at) };
  return (
    <section className="readers__before" aria-labelledby="what-stood-before">
      <BodyShort id="what-stood-before" size="small" weight="semibold">
        {t(`correction.happened.${state}`, moment)}
      </BodyShort>
      {shown.length < before.length && (
        <Detail as="p" textColor="subtle">
          {t(shown.length === 0 ? `correction.hidden.${state}` : "correction.someHidden")}
        </Detail>
      )}
      {shown.length > 0 && (
        <ul className="plain-list">
          {shown.map((it) => (
            <li key={it.seq} className="readers__version">
              <Detail as="p" textColor="subtle">
                {t("correction.stood", { at: dates.moment(it.at) })}
              </Detail>
              <BodyShort size="small" className="body">
                <bdi dir="auto">{it.body}</bdi>
              </BodyShort>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
