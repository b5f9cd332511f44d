<#import "template.ftl" as layout>
<@layout.page title="Innloggingen stoppet">
  <main class="sheet">
    <h1>Innloggingen stoppet</h1>
    <p>Noe gikk ikke som det skulle, og du er ikke logget inn. Det er ikke sendt eller endret noe.</p>
    <p>Gå tilbake til Samsnakk og prøv en gang til. Hvis du er innlogget som en annen, logg ut først.</p>
    <p lang="en" class="small">Signing in stopped. Go back and try again; if you are signed in as someone
      else, sign out first.</p>
    <@layout.back/>
  </main>
</@layout.page>
