// Aksel's styles of what only those see who are signed in. Each file has a layer of its own in an order
// that all of them name, so it is the same whichever comes last.
import "@navikt/ds-css/dist/global/print.css";
import "@navikt/ds-css/dist/component/date.css";
import "@navikt/ds-css/dist/component/copybutton.css";
import "@navikt/ds-css/dist/component/actionmenu.css";
import "@navikt/ds-css/dist/component/popover.css";
import "@navikt/ds-css/dist/component/inlinemessage.css";
import "@navikt/ds-css/dist/component/modal.css";
import "@navikt/ds-css/dist/component/tag.css";
import "@navikt/ds-css/dist/component/readmore.css";
import "@navikt/ds-css/dist/component/table.css";
