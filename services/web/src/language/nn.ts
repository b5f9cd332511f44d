/** Everything in nynorsk: our texts, Aksel's, and how days and months are called. */
export { nn as aksel } from "@navikt/ds-react/locales";
export { nn as dates } from "date-fns/locale";
export { default as texts } from "./nn.json?first";
