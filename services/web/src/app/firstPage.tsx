import { Provider, Theme } from "@navikt/ds-react";
import * as AKSEL from "@navikt/ds-react/locales";
import i18next from "i18next";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { MemoryRouter } from "react-router";
import type { Language } from "../language/choice";
import en from "../language/en.json";
import nb from "../language/nb.json";
import nn from "../language/nn.json";
import { SessionContext } from "../session/session";
import { WelcomeScreen } from "../session/WelcomeScreen";
import { RoomComes } from "../shell/RoomComes";
import { Frame } from "./Frame";

const TEXTS = { nb, nn, en };

const NOBODY = {
  session: { kind: "loading" as const },
  retry: () => undefined,
  look: () => Promise.resolve(),
  signOut: () => Promise.resolve(),
  lost: () => undefined,
};

/**
 * The welcome page, and the place of a room, drawn when the app is built by the components that
 * draw them when it has started: so either stands on the screen before that, and nothing moves when
 * they take over. Light or dark is as the page is (first.ts).
 */
export async function firstPage(language: Language): Promise<string> {
  const texts = i18next.createInstance();
  await texts.init({
    lng: language,
    resources: { [language]: { translation: TEXTS[language] } },
  });
  return renderToStaticMarkup(
    <I18nextProvider i18n={texts}>
      <Provider locale={AKSEL[language]}>
        <SessionContext value={NOBODY}>
          <MemoryRouter>
            <Theme data-color="accent" className="app first__frame">
              <Frame>
                <WelcomeScreen />
              </Frame>
            </Theme>
            <Theme data-color="accent" className="app first__room">
              <Frame>
                <RoomComes />
              </Frame>
            </Theme>
          </MemoryRouter>
        </SessionContext>
      </Provider>
    </I18nextProvider>,
    // Three languages stand in one page.
    { identifierPrefix: language },
  );
}
