// Aksel's styles, one by one: its index would fetch fonts from another host, and most of its components
// are not used here. These are what everybody sees; checks/bundle.mjs knows what is missing.
import "@navikt/ds-css/dist/global/tokens.css";
import "@navikt/ds-css/dist/global/reset.css";
import "@navikt/ds-css/dist/global/baseline.css";
import "@navikt/ds-css/dist/component/theme.css";
import "@navikt/ds-css/dist/component/typography.css";
import "@navikt/ds-css/dist/component/loader.css";
import "@navikt/ds-css/dist/component/button.css";
import "@navikt/ds-css/dist/component/form.css";
import "@navikt/ds-css/dist/component/alert.css";
import "@navikt/ds-css/dist/component/link.css";
import "@navikt/ds-css/dist/component/skeleton.css";
import "@navikt/ds-css/dist/component/primitives.css";
